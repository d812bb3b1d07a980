package dev.parley.exchange;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.Constant;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentText;
import dev.parley.document.SourceFileId;
import dev.parley.document.Span;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Articles made up for tests: any number of them, the same for the same seed. */
public final class Articles {

    public static final ProjectId PROJECT = new ProjectId(new UUID(7, 7));
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** Nesting, astral characters before names, combining marks, right to left, a line separator, a no-break space. */
    private static final List<String> PIECES = List.of(
            "Mara Ilvend, envoy of Lower Sarn, said ",
            "🛶🏽 the ferry ",
            "cafe\u0301 ",
            "گفت‌وگو در بندر ",
            "港の会談 ",
            "«never»\u2028",
            "10\u00a0%\t",
            "\"both\" \\ parts\n",
            "👩‍👩‍👧 ");

    private Articles() {}

    public static Article random(long seed) {
        Random random = new Random(seed);
        StringBuilder words = new StringBuilder("x");
        int pieces = 3 + random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            words.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        DocumentText text = DocumentText.of(words.toString());
        DocumentId id = new DocumentId(new UUID(seed, 1));
        List<AnnotationSet> sets = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> set(random, id, text, "annotator" + number, State.values()[number - 1]))
                .toList();
        Optional<Gold> gold = seed % 3 == 0 ? Optional.empty() : Optional.of(gold(sets.get(1)));
        return new Article(document(id, text), text, sets, gold, (int) (seed % 4));
    }

    /** A document of {@code mentions} one-word names, marked by one annotator. */
    public static Article plain(long seed, int mentions) {
        DocumentText text = DocumentText.of("Odra ".repeat(mentions));
        DocumentId id = new DocumentId(new UUID(seed, 1));
        List<Mention> marked = IntStream.range(0, mentions)
                .mapToObj(i ->
                        new Mention("m" + i, "PERSON", List.of(new Span(i * 5, i * 5 + 4)), Map.of(), null, List.of()))
                .toList();
        AnnotationSet set = new AnnotationSet(
                id, "annotator1", State.SUBMITTED, mentions, 1, marked, List.of(), List.of(), NOON, NOON);
        return new Article(document(id, text), text, List.of(set), Optional.empty(), 0);
    }

    private static Document document(DocumentId id, DocumentText text) {
        return new Document(
                id,
                PROJECT,
                "Harbour talks \"resume\"",
                id.value().getMostSignificantBits() % 2 == 0 ? "en" : "x-made-up",
                text.sha256(),
                text.codePoints(),
                text.utf16(),
                new Document.Source(
                        new SourceFileId(new UUID(3, 3)),
                        "talks.txt",
                        text.sha256(),
                        "text/plain",
                        0,
                        text.codePoints()),
                List.of(new Document.Segment("lead", new Span(0, 1), new Span(0, 1))),
                NOON);
    }

    private static AnnotationSet set(Random random, DocumentId id, DocumentText text, String annotator, State state) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            mentions.add(new Mention(
                    annotator + "-m" + i,
                    i % 2 == 0 ? "PERSON" : "ORG",
                    spans(random, text, 1 + i % 3),
                    i % 2 == 0 ? Map.of("use", "literal", "level", "NAM") : Map.of(),
                    i == 3 ? new Mention.Link("odra", Mention.Confidence.LIKELY) : null,
                    i == 4 ? List.of("unsure", "text-error") : List.of()));
        }
        List<Claim> claims = List.of(
                new Claim(
                        annotator + "-c0",
                        spans(random, text, 2),
                        spans(random, text, 1),
                        List.of(new MentionParty(annotator + "-m0"), new ConstantParty(Constant.AUTHOR)),
                        List.of(new MentionParty(annotator + "-m1")),
                        List.of(),
                        List.of(new ConstantParty(Constant.OUTLET)),
                        null,
                        Map.of("form", "direct", "act", "assert", "standalone", "The ferry sails."),
                        false,
                        List.of()),
                new Claim(
                        annotator + "-c1",
                        List.of(),
                        spans(random, text, 1),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        annotator + "-c0",
                        Map.of(),
                        true,
                        List.of("discuss")));
        DocumentId elsewhere = new DocumentId(new UUID(99, 99));
        List<Relation> relations = List.of(
                relation(
                        annotator + "-r0",
                        "denies",
                        Kind.CLAIM,
                        annotator + "-c1",
                        Kind.CLAIM,
                        annotator + "-c0",
                        null),
                relation(annotator + "-r1", "same-as", Kind.CLAIM, annotator + "-c0", Kind.CLAIM, "other", elsewhere),
                relation(
                        annotator + "-r2",
                        "role-of",
                        Kind.MENTION,
                        annotator + "-m1",
                        Kind.MENTION,
                        annotator + "-m0",
                        null));
        return new AnnotationSet(
                id,
                annotator,
                state,
                9,
                1 + random.nextInt(2),
                mentions,
                claims,
                relations,
                NOON,
                state.isHandedIn() ? NOON : null);
    }

    private static Relation relation(
            String id, String type, Kind fromKind, String from, Kind toKind, String to, @Nullable DocumentId document) {
        return new Relation(id, type, new Relation.End(fromKind, from, null), new Relation.End(toKind, to, document));
    }

    private static Gold gold(AnnotationSet set) {
        return new Gold(
                Gold.Status.ADJUDICATED,
                "supervisor",
                NOON,
                set.mentions(),
                set.claims(),
                set.relations(),
                List.of(
                        new Gold.Support(
                                "annotator2-m0", List.of("annotator3", "annotator2"), 0.75, Map.of("PERSON", 2)),
                        new Gold.Support("annotator2-c0", List.of(), null, Map.of())));
    }

    /** Ascending stretches without overlap; those of different calls nest and cross. */
    private static List<Span> spans(Random random, DocumentText text, int count) {
        List<Integer> borders = random.ints(0, text.codePoints() + 1)
                .distinct()
                .limit(count * 2L)
                .sorted()
                .boxed()
                .toList();
        return IntStream.range(0, count)
                .mapToObj(i -> new Span(borders.get(2 * i), borders.get(2 * i + 1)))
                .toList();
    }
}
