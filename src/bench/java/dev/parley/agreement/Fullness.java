package dev.parley.agreement;

import dev.parley.agreement.LayerMeasures.Pair;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Mention;
import dev.parley.scheme.FrameLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A document where every fifth mark is a claim and every tenth a relation, and the measures that compare all but places. */
final class Fullness {

    private static final List<String> ROLES = List.of("cue", "source", "addressee");

    private final Alignment alignment;
    private final List<Pair> pairs;

    private Fullness(Alignment alignment) {
        this.alignment = alignment;
        List<String> names = alignment.annotators();
        this.pairs = names.stream()
                .flatMap(one ->
                        names.stream().filter(other -> one.compareTo(other) < 0).map(other -> new Pair(one, other)))
                .toList();
    }

    static Fullness of(int marks, int annotators) {
        List<AnnotationSet> sets = SyntheticReadings.sets(7, annotators, marks * 7 / 10).stream()
                .map(Fullness::enriched)
                .toList();
        return new Fullness(Alignment.of(Readings.document(), Readings.SCHEME, sets));
    }

    private static AnnotationSet enriched(AnnotationSet plain) {
        Random random = new Random(plain.annotator().hashCode());
        Readings.Reading reading = Readings.by(plain.annotator());
        List<String> claims = new ArrayList<>();
        int number = 0;
        for (Mention mention : plain.mentions()) {
            String entity = "Q" + (mention.spans().getFirst().start() / 40 % 300 + random.nextInt(10) / 9);
            reading.mention(new Mention(
                    mention.id(),
                    mention.label(),
                    mention.spans(),
                    Map.of("level", random.nextInt(10) == 0 ? "NOM" : "NAM"),
                    new Mention.Link(entity, Mention.Confidence.CERTAIN),
                    List.of()));
            if (number++ % 4 == 0) {
                reading.claim(claim("c" + mention.id(), mention, random));
                claims.add("c" + mention.id());
            }
            if (number % 7 == 0 && claims.size() > 1) {
                reading.relation(
                        "r" + mention.id(),
                        random.nextInt(10) == 0 ? "denies" : "same-as",
                        claims.getLast(),
                        claims.get(claims.size() - 2));
            }
        }
        return reading.handedIn();
    }

    private static Claim claim(String id, Mention speaker, Random random) {
        int from = speaker.spans().getLast().end() + 1;
        return new Claim(
                id,
                Readings.spans("%d-%d".formatted(from + 8, from + 60 + random.nextInt(5))),
                Readings.spans("%d-%d".formatted(from, from + 6)),
                List.of(new MentionParty(speaker.id())),
                List.of(),
                List.of(),
                List.of(),
                null,
                Map.of("form", random.nextInt(10) == 0 ? "direct" : "indirect", "act", "assert"),
                false,
                List.of());
    }

    List<Measured> measure() {
        List<DocumentSamples> document = List.of(DocumentSamples.of(alignment));
        LayerMeasures mentions = new LayerMeasures(Readings.SCHEME, "entity", List.of("PERSON", "ORG", "GPE"));
        LayerMeasures claims = new LayerMeasures(Readings.SCHEME, "claim", List.of());
        LayerMeasures relations = new LayerMeasures(Readings.SCHEME, Alignment.RELATIONS, List.of("same-as", "denies"));
        FrameLayer frame = Readings.SCHEME.frame().orElseThrow();
        return Stream.of(
                        new LinkMeasures(mentions, pairs).all(document).stream(),
                        Readings.SCHEME.spanLayers().getFirst().attributes().stream()
                                .map(attribute -> new AttributeMeasure(mentions, attribute).over(document)),
                        ROLES.stream().map(claims::part),
                        new ClaimMeasures(claims).all(ROLES, document).stream(),
                        frame.attributes().stream()
                                .map(attribute -> new AttributeMeasure(claims, attribute).over(document)),
                        new RelationMeasures(relations, pairs).all().stream(),
                        Stream.of(mentions.boundary(), mentions.labelAlpha(), claims.boundary()))
                .flatMap(measures -> measures)
                .map(measure -> measure.plainly(document))
                .toList();
    }
}
