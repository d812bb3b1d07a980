package dev.parley.agreement;

import static dev.parley.agreement.Figures.figure;
import static dev.parley.agreement.Readings.SCHEME;
import static dev.parley.agreement.Readings.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Mention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sparse way to α for sets gives what the full matrix of all answers gives. */
class OpenAlphaTests {

    private static final LayerMeasures LAYER = new LayerMeasures(SCHEME, "entity", List.of("PERSON", "ORG", "GPE"));

    /** Answers written {@code "Q1 Q2"}, one mark for each item; an absent one stands for a mark without an answer. */
    private static Alignment document(List<List<@Nullable String>> items) {
        int annotators = items.getFirst().size();
        List<AnnotationSet> sets = IntStream.range(0, annotators)
                .mapToObj(annotator -> {
                    Readings.Reading reading = by("annotator" + annotator);
                    for (int item = 0; item < items.size(); item++) {
                        String said = items.get(item).get(annotator);
                        reading.mention(new Mention(
                                "m%d".formatted(item),
                                "ORG",
                                Readings.spans("%d-%d".formatted(10 * item, 10 * item + 5)),
                                said == null ? Map.of() : Map.of("said", said),
                                null,
                                List.of()));
                    }
                    return reading.handedIn();
                })
                .toList();
        return Alignment.of(Readings.document(), SCHEME, sets);
    }

    private static Measured measure(Alignment... documents) {
        List<DocumentSamples> samples =
                Stream.of(documents).map(DocumentSamples::of).toList();
        return new OpenAlpha(LAYER, "said", LAYER.how("said"), (alignment, cluster, annotator, member) -> {
                    Object said = ((Mention) member).attributes().get("said");
                    return said == null ? null : set(said.toString());
                })
                .over(samples)
                .plainly(samples);
    }

    private static Set<String> set(String written) {
        return written.isEmpty() ? Set.of() : Set.of(written.split(" "));
    }

    private static Outcome dense(List<List<@Nullable String>> items) {
        TreeSet<String> categories = new TreeSet<>();
        items.forEach(item -> item.forEach(said -> {
            if (said != null) {
                categories.add(said);
            }
        }));
        List<Set<String>> sets = categories.stream().map(OpenAlphaTests::set).toList();
        return KrippendorffAlpha.of(Coincidences.of(Ratings.of(List.copyOf(categories), items)), Distance.masi(sets));
    }

    private static List<List<@Nullable String>> random(long seed) {
        Random random = new Random(seed);
        List<String> answers = List.of("", "Q1", "Q2", "Q1 Q2", "Q2 Q3", "Q3");
        List<List<@Nullable String>> items = new ArrayList<>();
        for (int item = 0; item < 30; item++) {
            String usual = answers.get(random.nextInt(answers.size()));
            List<@Nullable String> row = new ArrayList<>();
            for (int annotator = 0; annotator < 3; annotator++) {
                int dice = random.nextInt(10);
                row.add(dice == 0 ? null : dice < 6 ? usual : answers.get(random.nextInt(answers.size())));
            }
            items.add(row);
        }
        return items;
    }

    @Test
    void givesWhatTheFullMatrixGives() {
        for (int seed = 0; seed < 20; seed++) {
            List<List<@Nullable String>> items = random(seed);

            assertThat(figure(measure(document(items)).outcome()))
                    .as("seed " + seed)
                    .isCloseTo(figure(dense(items)), within(1e-12));
        }
    }

    @Test
    void addsDocumentsWithAnswersOfTheirOwn() {
        List<List<@Nullable String>> first = random(100);
        List<List<@Nullable String>> second =
                List.of(Arrays.asList("Q9", "Q9", "Q8"), Arrays.asList("Q8 Q9", "Q9", null));
        List<List<@Nullable String>> both = new ArrayList<>(first);
        both.addAll(second);

        Measured measured = measure(document(first), document(second));

        assertThat(figure(measured.outcome())).isCloseTo(figure(dense(both)), within(1e-12));
        assertThat(measured.documents()).isEqualTo(2);
    }

    @Test
    void saysWhyThereIsNoFigure() {
        assertThat(measure(document(List.of(Arrays.asList("Q1", null), Arrays.asList(null, "Q1"))))
                        .outcome())
                .isEqualTo(Outcome.undefined(Outcome.Reason.NO_MATCHES));
        assertThat(measure(document(List.of(List.of("Q1", "Q1"), List.of("Q1", "Q1"))))
                        .outcome())
                .isEqualTo(Outcome.undefined(Outcome.Reason.NO_VARIATION));
    }
}
