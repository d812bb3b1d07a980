package dev.parley.annotation;

import dev.parley.document.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asserted, by whom, with which words, to and about whom, and passed on by whom. Which parts a project uses, how
 * many fillers each takes and of which labels is the scheme's to say.
 *
 * @param content the words asserted, ascending and without overlap; empty only if {@code implicit}
 * @param cue the words that attribute it
 * @param source who claims it
 * @param parent id of the claim inside whose content this one stands
 * @param attributes by attribute id
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
        flags = List.copyOf(flags);
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
