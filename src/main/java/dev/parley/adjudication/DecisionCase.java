package dev.parley.adjudication;

import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreement.Version;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.Document;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.project.Guideline;
import dev.parley.project.GuidelineText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One disagreement laid out for the one who settles it.
 *
 * @param text the document's
 * @param sides what there is to choose from, in the order of the disagreement's versions
 * @param people what those named in the sides and the question are called, for people
 * @param layer the layer's name
 * @param aspects what the versions differ in, with the words for it
 * @param alternatives what nobody said and may be said instead, by aspect
 * @param about the stretch from the first to the last word that any version is about
 * @param guideline the paragraph that is about this; absent where there is none
 * @param question what those concerned were asked
 */
public record DecisionCase(
        Document document,
        DocumentText text,
        Disagreement disagreement,
        String layer,
        List<Side> sides,
        Map<String, String> people,
        Map<String, String> aspects,
        Map<String, List<Alternative>> alternatives,
        Span about,
        Optional<Paragraph> guideline,
        Optional<Decision> decision,
        Optional<Question> question) {

    /** What one version says about one thing. @param name what it is about; empty where the value speaks for itself */
    public record Line(String aspect, String name, String value, boolean differs) {}

    /** @param name what is in the place, for people; annotation the whole version */
    public record Alternative(String name, Annotation annotation) {}

    /** @param version of the guidelines */
    public record Paragraph(int version, GuidelineText.Section section) {}

    /**
     * One version, with references to ids of the gold set.
     *
     * @param annotators who said so
     * @param annotation absent for those who marked nothing
     * @param mentions those it refers to, as this version's annotators marked them
     * @param claims those it refers to, likewise
     * @param lines the same in words
     */
    public record Side(
            List<String> annotators,
            @Nullable Annotation annotation,
            List<Mention> mentions,
            List<Claim> claims,
            List<Line> lines) {

        private Side with(List<Line> words) {
            return new Side(annotators, annotation, mentions, claims, words);
        }
    }

    static DecisionCase of(
            Docket docket,
            Disagreement disagreement,
            DocumentText text,
            Vocabulary vocabulary,
            Optional<Alternatives> others,
            Optional<Guideline> guideline,
            Optional<Question> question) {
        VersionWords words = new VersionWords(vocabulary, disagreement, text);
        List<Side> sides = disagreement.versions().stream()
                .map(version -> side(docket, version))
                .map(side -> side.with(words.of(side)))
                .toList();
        List<Span> places = sides.stream()
                .flatMap(side -> Stream.of(
                                Stream.ofNullable(side.annotation),
                                // what a relation ties is all there is to see of it
                                side.annotation instanceof Relation
                                        ? Stream.concat(side.mentions.stream(), side.claims.stream())
                                        : Stream.<Annotation>empty())
                        .flatMap(annotations -> annotations))
                .flatMap(annotation -> Likeness.place(annotation).stream())
                .toList();
        int start = places.stream().mapToInt(Span::start).min().orElse(0);
        int end = places.stream().mapToInt(Span::end).max().orElse(1);
        Map<String, String> aspects = new LinkedHashMap<>();
        disagreement.aspects().stream().sorted().forEach(aspect -> aspects.put(aspect, vocabulary.aspect(aspect)));
        List<Annotation> said = sides.stream()
                .flatMap(side -> Stream.ofNullable(side.annotation))
                .toList();
        return new DecisionCase(
                docket.document(),
                text,
                disagreement,
                vocabulary.layer(disagreement.layer()),
                sides,
                Map.of(),
                aspects,
                others.map(known -> known.of(disagreement.aspects(), said)).orElse(Map.of()),
                new Span(start, end),
                guideline.flatMap(current -> paragraph(current, disagreement, vocabulary)),
                docket.decision(disagreement.id()),
                question);
    }

    /** What the guidelines say of the labels in question or, failing that, of the layer. */
    private static Optional<Paragraph> paragraph(
            Guideline guideline, Disagreement disagreement, Vocabulary vocabulary) {
        Stream<String> labels = disagreement.versions().stream()
                .flatMap(version -> Stream.ofNullable(version.annotation()))
                .flatMap(annotation -> switch (annotation) {
                    case Mention mention -> Stream.of(vocabulary.label(mention.label()), mention.label());
                    case Relation relation -> Stream.of(vocabulary.relation(relation.type()), relation.type());
                    case Claim ignored ->
                        disagreement.aspects().stream().sorted().map(vocabulary::aspect);
                });
        Stream<String> layer = Stream.of(vocabulary.layer(disagreement.layer()), disagreement.layer());
        return guideline
                .read()
                .about(Stream.concat(labels, layer).distinct().toList())
                .map(section -> new Paragraph(guideline.version(), section));
    }

    /** The same with the names somebody may know. */
    DecisionCase called(AnnotatorNames names) {
        UnaryOperator<String> written = annotator -> names.written(document.id(), annotator);
        Map<String, String> people = new LinkedHashMap<>();
        disagreement.versions().stream()
                .flatMap(version -> version.annotators().stream())
                .forEach(annotator -> people.put(written.apply(annotator), names.shown(document.id(), annotator)));
        return new DecisionCase(
                document,
                text,
                disagreement,
                layer,
                sides.stream()
                        .map(side -> new Side(
                                side.annotators.stream().map(written).sorted().toList(),
                                side.annotation,
                                side.mentions,
                                side.claims,
                                side.lines))
                        .toList(),
                people,
                aspects,
                alternatives,
                about,
                guideline,
                decision,
                question.map(asked -> asked.called(written)));
    }

    private static Side side(Docket docket, Version version) {
        Annotation annotation = version.annotation();
        if (annotation == null) {
            return new Side(version.annotators(), null, List.of(), List.of(), List.of());
        }
        String annotator = version.annotators().getFirst();
        OwnVersion rewriter = new OwnVersion(docket);
        List<Mention> mentions = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        referred(annotation)
                .forEach(reference -> docket.alignment()
                        .cluster(reference.kind(), annotator, reference.id())
                        .flatMap(cluster ->
                                cluster.of(annotator).map(member -> rewriter.named(cluster, annotator, member)))
                        .ifPresent(found -> {
                            switch (found) {
                                case Mention mention -> mentions.add(mention);
                                case Claim claim -> claims.add(claim);
                                case Relation ignored -> {}
                            }
                        }));
        return new Side(
                version.annotators(),
                rewriter.shown(annotator, annotation),
                List.copyOf(mentions),
                List.copyOf(claims),
                List.of());
    }

    private record Reference(Kind kind, String id) {}

    private static Stream<Reference> referred(Annotation annotation) {
        return switch (annotation) {
            case Mention ignored -> Stream.empty();
            case Claim claim ->
                Stream.of(claim.source(), claim.addressee(), claim.target(), claim.via())
                        .flatMap(List::stream)
                        .flatMap(party -> party instanceof MentionParty(String mention)
                                ? Stream.of(new Reference(Kind.MENTION, mention))
                                : Stream.empty())
                        .distinct();
            case Relation relation ->
                Stream.of(relation.from(), relation.to())
                        .filter(end -> end.document() == null)
                        .map(end -> new Reference(end.kind(), end.annotation()));
        };
    }
}
