package dev.parley.adjudication;

import dev.parley.adjudication.DecisionCase.Line;
import dev.parley.adjudication.DecisionCase.Side;
import dev.parley.agreement.Disagreement;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in lines of words what a version of a disagreement is. */
final class VersionWords {

    private static final int LONGEST = 160;

    private final Vocabulary vocabulary;
    private final Disagreement disagreement;
    private final DocumentText text;

    VersionWords(Vocabulary vocabulary, Disagreement disagreement, DocumentText text) {
        this.vocabulary = vocabulary;
        this.disagreement = disagreement;
        this.text = text;
    }

    List<Line> of(Side side) {
        Annotation annotation = side.annotation();
        return switch (annotation) {
            case null -> List.of(new Line("", "", "Nothing here", true));
            case Mention mention -> mention(mention);
            case Claim claim -> claim(side, claim);
            case Relation relation -> relation(side, relation);
        };
    }

    /** What a version says where it differs from others, in one line. */
    String brief(Disagreement.Version version) {
        return of(new Side(version.annotators(), version.annotation(), List.of(), List.of(), List.of())).stream()
                .filter(line -> line.differs()
                        || line.aspect().equals("label")
                        || line.aspect().equals("type"))
                .map(line -> line.name().isEmpty() ? line.value() : line.name() + ": " + line.value())
                .collect(Collectors.joining(", "));
    }

    private List<Line> mention(Mention mention) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("Label", vocabulary.label(mention.label()), "label"));
        lines.add(line("Words", words(mention.spans()), "boundary"));
        lines.addAll(attributes(mention.attributes()));
        Mention.Link link = mention.link();
        if (link != null) {
            lines.add(line(
                    "Entity",
                    Optional.ofNullable(link.entity())
                            .map(vocabulary.entityName())
                            .orElse("not in the registry"),
                    "link"));
        }
        return lines;
    }

    private List<Line> claim(Side side, Claim claim) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(
                vocabulary.role("content"),
                claim.implicit() ? "not said in words" : words(claim.content()),
                "boundary"));
        lines.add(line(vocabulary.role("source"), parties(side, claim.source()), "source"));
        lines.add(line(vocabulary.role("cue"), words(claim.cue()), "cue"));
        lines.add(line(vocabulary.role("addressee"), parties(side, claim.addressee()), "addressee"));
        lines.add(line(vocabulary.role("target"), parties(side, claim.target()), "target"));
        lines.add(line(vocabulary.role("via"), parties(side, claim.via()), "via"));
        lines.add(line(vocabulary.role("parent"), claim.parent() == null ? "" : "inside another claim", "parent"));
        lines.addAll(attributes(claim.attributes()));
        return lines.stream()
                .filter(line -> !line.value().isEmpty() || line.differs())
                .map(line -> line.value().isEmpty() ? new Line(line.aspect(), line.name(), "none", true) : line)
                .toList();
    }

    private List<Line> relation(Side side, Relation relation) {
        return List.of(
                line("Type", vocabulary.relation(relation.type()), "type"),
                line("From", end(side, relation.from()), "direction"),
                line("To", end(side, relation.to()), "direction"));
    }

    private String end(Side side, Relation.End end) {
        if (end.document() != null) {
            return "another document";
        }
        Stream<List<Span>> places = end.kind() == Kind.MENTION
                ? side.mentions().stream()
                        .filter(mention -> mention.id().equals(end.annotation()))
                        .map(Mention::spans)
                : side.claims().stream()
                        .filter(claim -> claim.id().equals(end.annotation()))
                        .map(Claim::content);
        return places.findFirst().map(this::words).orElse(end.annotation());
    }

    private Line line(String name, String value, String aspect) {
        return new Line(aspect, name, value, disagreement.aspects().contains(aspect));
    }

    private List<Line> attributes(Map<String, Object> attributes) {
        return attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> line(
                        vocabulary.attribute(entry.getKey()), value(entry.getValue()), "attribute:" + entry.getKey()))
                .toList();
    }

    private static String value(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }

    private String parties(Side side, List<Party> parties) {
        return parties.stream()
                .map(party -> switch (party) {
                    case ConstantParty constant -> constant.constant().name().toLowerCase(Locale.ROOT);
                    case MentionParty(String id) ->
                        side.mentions().stream()
                                .filter(mention -> mention.id().equals(id))
                                .map(mention -> words(mention.spans()))
                                .findFirst()
                                .orElse(id);
                })
                .collect(Collectors.joining("; "));
    }

    private String words(List<Span> spans) {
        String words = spans.stream().map(text::slice).collect(Collectors.joining(" … "));
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
