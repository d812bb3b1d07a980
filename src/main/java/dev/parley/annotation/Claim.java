package dev.parley.annotation;

import dev.parley.document.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asserted, by whom, with which words, to and about whom, and passed on by whom. Which parts a project uses, how
 * many fillers each takes and of which labels is the scheme's to say.
 *
 * @param content the words asserted, ascending and without overlap; empty only if {@code implicit}
 * @param cue the words that attribute it
 * @param source who claims it
 * @param parent id of the claim inside whose content this one stands
 * @param attributes by attribute id; values as those of a {@link Mention}
 * @param implicit the content is not said in words
 */
public record Claim(
        String id,
        List<Span> content,
        List<Span> cue,
        List<Party> source,
        List<Party> addressee,
        List<Party> target,
        List<Party> via,
        @Nullable String parent,
        Map<String, Object> attributes,
        boolean implicit,
        List<String> flags)
        implements Annotation {

    public Claim {
        content = List.copyOf(content);
        cue = List.copyOf(cue);
        source = List.copyOf(source);
        addressee = List.copyOf(addressee);
        target = List.copyOf(target);
        via = List.copyOf(via);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        flags = List.copyOf(flags);
    }

    /** The words that fill a role; empty for a role that words do not fill. */
    public List<Span> spans(String role) {
        return switch (role) {
            case "content" -> content;
            case "cue" -> cue;
            default -> List.of();
        };
    }

    /** Those who fill a role; empty for a role that nobody fills. */
    public List<Party> parties(String role) {
        return switch (role) {
            case "source" -> source;
            case "addressee" -> addressee;
            case "target" -> target;
            case "via" -> via;
            default -> List.of();
        };
    }

    /** How many fillers a role has. */
    public int fillers(String role) {
        return role.equals("parent")
                ? (parent == null ? 0 : 1)
                : spans(role).size() + parties(role).size();
    }

    /** Ids of the mentions that take part in it, and of its parent. */
    Stream<String> used() {
        return Stream.concat(
                Stream.of(source, addressee, target, via)
                        .flatMap(List::stream)
                        .flatMap(party -> party instanceof MentionParty(String id) ? Stream.of(id) : Stream.of()),
                Stream.ofNullable(parent));
    }

    /** The same claim with other words. */
    public Claim at(List<Span> otherContent, List<Span> otherCue) {
        return new Claim(
                id, otherContent, otherCue, source, addressee, target, via, parent, attributes, implicit, flags);
    }

    /** The same claim under another id. */
    public Claim called(String otherId) {
        return new Claim(otherId, content, cue, source, addressee, target, via, parent, attributes, implicit, flags);
    }

    /** The same claim inside another one, or inside none. */
    public Claim within(@Nullable String otherParent) {
        return new Claim(id, content, cue, source, addressee, target, via, otherParent, attributes, implicit, flags);
    }

    /** The same claim with other attributes. */
    public Claim with(Map<String, Object> otherAttributes) {
        return new Claim(id, content, cue, source, addressee, target, via, parent, otherAttributes, implicit, flags);
    }

    /** The same claim with others in one role; unchanged for a role that nobody fills. */
    public Claim with(String role, List<Party> parties) {
        return new Claim(
                id,
                content,
                cue,
                role.equals("source") ? parties : source,
                role.equals("addressee") ? parties : addressee,
                role.equals("target") ? parties : target,
                role.equals("via") ? parties : via,
                parent,
                attributes,
                implicit,
                flags);
    }

    /** This claim without one annotation: neither a party nor the parent. */
    Claim without(String annotation) {
        return new Claim(
                id,
                content,
                cue,
                without(source, annotation),
                without(addressee, annotation),
                without(target, annotation),
                without(via, annotation),
                annotation.equals(parent) ? null : parent,
                attributes,
                implicit,
                flags);
    }

    private static List<Party> without(List<Party> parties, String mention) {
        return parties.stream()
                .filter(party -> !(party instanceof MentionParty(String id) && id.equals(mention)))
                .toList();
    }

    /** Who takes part in a claim. */
    public sealed interface Party {}

    /** Somebody mentioned in the text. */
    public record MentionParty(String mention) implements Party {}

    /** Somebody who stands nowhere in the text. */
    public record ConstantParty(Constant constant) implements Party {}

    public enum Constant {
        /** The writer of the article. */
        AUTHOR,
        /** The paper or agency that publishes it. */
        OUTLET,
        /** Deliberately left open ("it is said"). */
        UNSPECIFIED,
        /** The text allows several readings. */
        UNCERTAIN
    }
}
