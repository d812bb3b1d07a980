package dev.parley.agreement;

import static dev.parley.agreement.Figures.figure;
import static dev.parley.agreement.Readings.SCHEME;
import static dev.parley.agreement.Readings.by;
import static dev.parley.agreement.Readings.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.parley.agreement.AgreementReport.LayerReport;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.annotation.Mention;
import dev.parley.document.Document;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReporterTests {

    private static LayerReport report(String layer, Alignment... alignments) {
        return Reporter.of(SCHEME, List.of(alignments))
                .report(layer::equals)
                .layers()
                .getFirst();
    }

    private static Alignment align(AnnotationSet... sets) {
        return Alignment.of(document(), SCHEME, List.of(sets));
    }

    private static Measured measure(LayerReport report, String name) {
        return report.outcomes().stream()
                .filter(measured -> measured.measure().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome outcome(LayerReport report, String name) {
        return measure(report, name).outcome();
    }

    @Test
    void tellsFindingBoundariesAndLabelsApart() {
        LayerReport report = report(
                "entity",
                align(
                        by("ada")
                                .mention("a1", "0-10", "PERSON")
                                .mention("a2", "20-30", "ORG")
                                .mention("a3", "40-50", "ORG")
                                .mention("a4", "60-70", "GPE")
                                .handedIn(),
                        by("bo").mention("b1", "0-10", "PERSON")
                                .mention("b2", "20-28", "ORG")
                                .mention("b3", "40-50", "GPE")
                                .handedIn()));

        assertThat(figure(outcome(report, "found-f1"))).isEqualTo(6.0 / 7, within(1e-12));
        assertThat(figure(outcome(report, "boundary"))).isEqualTo(2.0 / 3, within(1e-12));
        // three places; o(ORG,GPE) = 2 of 6 ratings; n = 2 PERSON, 3 ORG, 1 GPE: 1 − 5 · 2 / 22
        assertThat(figure(outcome(report, "label-alpha"))).isEqualTo(1 - 10.0 / 22, within(1e-12));
        assertThat(measure(report, "label-alpha").units()).isEqualTo(3);
    }

    @Test
    void saysWhyThereIsNoFigure() {
        Alignment draft = align(by("ada").in(State.DRAFT));
        Alignment alone = align(by("ada").mention("a", "0-5", "ORG").handedIn());
        Alignment empty = align(by("ada").handedIn(), by("bo").handedIn());
        Alignment apart = align(
                by("ada").mention("a", "0-5", "ORG").handedIn(),
                by("bo").mention("b", "9-12", "ORG").handedIn());
        Alignment alike = align(
                by("ada").mention("a", "0-5", "ORG").handedIn(),
                by("bo").mention("b", "0-5", "ORG").handedIn());

        assertThat(outcome(report("entity"), "found-f1")).isEqualTo(Outcome.undefined(Outcome.Reason.NO_DATA));
        assertThat(outcome(report("entity", draft), "found-f1")).isEqualTo(Outcome.undefined(Outcome.Reason.NO_DATA));
        assertThat(outcome(report("entity", alone), "found-f1"))
                .isEqualTo(Outcome.undefined(Outcome.Reason.ONE_ANNOTATOR));
        assertThat(outcome(report("entity", alone, otherAlone()), "found-f1"))
                .isEqualTo(Outcome.undefined(Outcome.Reason.NO_OVERLAP));
        assertThat(outcome(report("entity", empty), "found-f1")).isEqualTo(Outcome.undefined(Outcome.Reason.NO_UNITS));
        assertThat(figure(outcome(report("entity", apart), "found-f1"))).isZero();
        assertThat(outcome(report("entity", apart), "label-alpha"))
                .isEqualTo(Outcome.undefined(Outcome.Reason.NO_MATCHES));
        assertThat(outcome(report("entity", alike), "label-alpha"))
                .isEqualTo(Outcome.undefined(Outcome.Reason.NO_VARIATION));
        assertThat(outcome(report("claim", alike), "label-alpha"))
                .isEqualTo(Outcome.undefined(Outcome.Reason.NO_LABELS));
    }

    private static Alignment otherAlone() {
        return Alignment.of(document(2), SCHEME, List.of(by("bo", document(2)).handedIn()));
    }

    @Test
    void doesNotCountADocumentWhereNobodyMarkedAnything() {
        Alignment full = align(
                by("ada").mention("a", "0-5", "ORG").handedIn(),
                by("bo").mention("b", "0-5", "GPE").handedIn());
        Alignment empty = Alignment.of(
                document(2),
                SCHEME,
                List.of(by("ada", document(2)).handedIn(), by("bo", document(2)).handedIn()));

        Measured found = measure(report("entity", full, empty), "found-f1");

        assertThat(figure(found.outcome())).isEqualTo(1);
        assertThat(found.documents()).isEqualTo(1);
    }

    @Test
    void averagesOverPairs() {
        LayerReport report = report(
                "entity",
                align(
                        by("ada").mention("a", "0-5", "ORG").handedIn(),
                        by("bo").mention("b", "0-5", "ORG").handedIn(),
                        by("cy").handedIn()));

        assertThat(figure(outcome(report, "found-f1"))).isEqualTo(1.0 / 3, within(1e-12));
        assertThat(report.pairs()).hasSize(3);
    }

    @Test
    void comparesTheSpeakersOfClaims() {
        LayerReport report = report(
                "claim",
                align(
                        by("ada")
                                .mention("a", "0-5", "PERSON")
                                .claim("c1", "20-40", "10-14", "a")
                                .claim("c2", "60-80", "50-54", "a")
                                .handedIn(),
                        by("bo").mention("b", "0-5", "PERSON")
                                .mention("other", "6-9", "PERSON")
                                .claim("d1", "20-40", "10-14", "b")
                                .claim("d2", "60-80", "50-54", "other")
                                .handedIn()));

        assertThat(figure(outcome(report, "found-f1"))).isEqualTo(1);
        assertThat(figure(outcome(report, "source"))).isEqualTo(0.5);
        assertThat(figure(outcome(report, "cue"))).isEqualTo(1);
        assertThat(measure(report, "attribute-alpha").how()).containsEntry("attribute", "form");
    }

    @Test
    void leavesOutWhatLiesInBoilerplateAndSaysSo() {
        Document document = document(new Document.Segment("boilerplate", new Span(0, 20), null));
        LayerReport report = report(
                "entity",
                Alignment.of(
                        document,
                        SCHEME,
                        List.of(
                                by("ada")
                                        .mention("a", "2-5", "ORG")
                                        .mention("a2", "30-35", "ORG")
                                        .handedIn(),
                                by("bo").mention("b2", "30-35", "ORG").handedIn())));

        assertThat(figure(outcome(report, "found-f1"))).isEqualTo(1);
        assertThat(measure(report, "found-f1").how()).containsEntry("excludedSegments", List.of("boilerplate"));
    }

    @Test
    void givesOneToAnAnnotatorCopied() {
        List<Alignment> alignments = IntStream.range(0, 4)
                .mapToObj(seed -> {
                    AnnotationSet set = SyntheticReadings.sets(seed, 1, 20).getFirst();
                    Readings.Reading copy = by("copy");
                    set.mentions().forEach(copy::mention);
                    return Alignment.of(document(seed), SCHEME, List.of(set, copy.handedIn()));
                })
                .toList();

        LayerReport report = report("entity", alignments.toArray(Alignment[]::new));

        for (String name : List.of("found-f1", "boundary", "label-alpha")) {
            assertThat(figure(outcome(report, name))).isEqualTo(1);
            assertThat(measure(report, name).interval()).contains(new Interval(1, 1, 0));
        }
    }

    @Test
    void doesNotCareWhereTheTextStartsWhatLabelsOrAnnotatorsAreCalledOrInWhichOrderTheyCome() {
        List<AnnotationSet> sets = SyntheticReadings.sets(7, 3, 60);
        List<AnnotationSet> changed = new ArrayList<>();
        for (int i = sets.size() - 1; i >= 0; i--) {
            Readings.Reading reading = by("zz" + (5 - i));
            sets.get(i).mentions().reversed().forEach(mention -> reading.mention(moved(mention)));
            changed.add(reading.handedIn());
        }

        LayerReport before = report("entity", Alignment.of(document(), SCHEME, sets));
        LayerReport after = report("entity", Alignment.of(document(), SCHEME, changed));

        for (String name : List.of("found-f1", "boundary", "label-alpha")) {
            assertThat(figure(outcome(after, name))).as(name).isEqualTo(figure(outcome(before, name)), within(1e-12));
        }
    }

    private static Mention moved(Mention mention) {
        Map<String, String> renamed = Map.of("PERSON", "ORG", "ORG", "GPE", "GPE", "PERSON");
        List<Span> spans = mention.spans().stream()
                .map(span -> new Span(span.start() + 100, span.end() + 100))
                .toList();
        return new Mention(
                mention.id(),
                renamed.getOrDefault(mention.label(), "ORG"),
                spans,
                mention.attributes(),
                null,
                List.of());
    }

    @Test
    void givesTheSameF1WhenADocumentIsCutInTwo() {
        List<AnnotationSet> sets = SyntheticReadings.sets(3, 2, 60);
        int cut = IntStream.iterate(900, at -> at + 1)
                .filter(at -> sets.stream()
                        .flatMap(set -> set.mentions().stream())
                        .flatMap(mention -> mention.spans().stream())
                        .noneMatch(span -> span.start() < at && at < span.end()))
                .findFirst()
                .orElseThrow();
        Alignment first = Alignment.of(document(), SCHEME, part(sets, 0, cut));
        Alignment second = Alignment.of(document(2), SCHEME, part(sets, cut, Integer.MAX_VALUE));

        double whole = figure(outcome(report("entity", Alignment.of(document(), SCHEME, sets)), "found-f1"));

        assertThat(figure(outcome(report("entity", first, second), "found-f1"))).isEqualTo(whole, within(1e-12));
    }

    private static List<AnnotationSet> part(List<AnnotationSet> sets, int from, int to) {
        List<AnnotationSet> parts = new ArrayList<>();
        for (AnnotationSet set : sets) {
            Readings.Reading reading = by(set.annotator());
            set.mentions().stream()
                    .filter(mention -> mention.spans().getFirst().start() >= from
                            && mention.spans().getFirst().start() < to)
                    .forEach(reading::mention);
            parts.add(reading.handedIn());
        }
        return parts;
    }

    @Test
    void givesAnIntervalAndSaysWhenThereIsTooLittleToJudge() {
        Alignment[] few = documents(5);
        Alignment[] many = documents(30);

        Measured small = measure(report("entity", few), "found-f1");
        Measured large = measure(report("entity", many), "found-f1");

        assertThat(small.how()).containsEntry("note", "too few documents to judge");
        assertThat(large.how()).doesNotContainKey("note");
        Interval interval = large.interval().orElseThrow();
        assertThat(figure(large.outcome())).isBetween(interval.low(), interval.high());
        assertThat(interval.high() - interval.low()).isBetween(0.005, 0.2);
        assertThat(measure(report("entity", documents(1)), "found-f1").interval())
                .isEmpty();
    }

    @Test
    void givesExpertsTheOtherCoefficients() {
        LayerReport report = report("entity", documents(12));

        for (String name : List.of(
                "gamma",
                "gamma-cat",
                "exact-f1",
                "overlap-f1",
                "exact-unlabelled-f1",
                "overlap-unlabelled-f1",
                "percent",
                "cohen-kappa",
                "scott-pi",
                "fleiss-kappa",
                "gwet-ac1",
                "bennett-s")) {
            Measured measured = measure(report, name);
            assertThat(figure(measured.outcome())).as(name).isBetween(0.2, 1.0);
            assertThat(measured.interval()).as(name).isPresent();
        }
        assertThat(figure(outcome(report, "exact-f1"))).isLessThan(figure(outcome(report, "overlap-f1")));
        // nested marks overlap, which these cannot count
        assertThat(outcome(report, "u-alpha")).isEqualTo(Outcome.undefined(Outcome.Reason.OVERLAP_NOT_SUPPORTED));
        assertThat(outcome(report, "link")).isEqualTo(Outcome.undefined(Outcome.Reason.NO_MATCHES));
        assertThat(report.labels().getFirst().outcomes())
                .extracting(Measured::measure)
                .containsExactly("found-f1", "label-alpha", "gamma-k");
    }

    @Test
    void agreesWithTheSingleCoefficientsOnTheSameItems() {
        Alignment two = Alignment.of(document(), SCHEME, SyntheticReadings.sets(5, 2, 60));
        List<List<String>> items = new ArrayList<>();
        two.mentions().stream()
                .filter(cluster -> cluster.members().size() == 2)
                .forEach(cluster -> items.add(
                        cluster.annotations().stream().map(Mention::label).toList()));
        Ratings<String> ratings = Ratings.of(List.of("PERSON", "ORG", "GPE"), items);
        LayerReport report = report("entity", two);

        assertThat(figure(outcome(report, "percent"))).isEqualTo(figure(PercentAgreement.of(ratings)), within(1e-12));
        assertThat(figure(outcome(report, "cohen-kappa")))
                .isEqualTo(figure(CohenKappa.of(ratings, 0, 1)), within(1e-12));
        assertThat(figure(outcome(report, "scott-pi"))).isEqualTo(figure(ScottPi.of(ratings, 0, 1)), within(1e-12));
        assertThat(figure(outcome(report, "fleiss-kappa"))).isEqualTo(figure(FleissKappa.of(ratings)), within(1e-12));
        assertThat(figure(outcome(report, "gwet-ac1"))).isEqualTo(figure(GwetAc1.of(ratings)), within(1e-12));
        assertThat(figure(outcome(report, "bennett-s"))).isEqualTo(figure(BennettS.of(ratings)), within(1e-12));
    }

    @Test
    void countsAnAnnotatorWhoMarkedNothingAgainstTheOverallFigure() {
        List<AnnotationSet> two = SyntheticReadings.sets(5, 2, 20);
        List<AnnotationSet> three = new ArrayList<>(two);
        three.add(by("silent").handedIn());

        double before = figure(outcome(report("entity", Alignment.of(document(), SCHEME, two)), "gamma"));
        double after = figure(outcome(report("entity", Alignment.of(document(), SCHEME, three)), "gamma"));

        assertThat(after).isLessThan(before - 0.1);
    }

    @Test
    void comparesLinksWithTheRegistryAndGroupsOfMentions() {
        LayerReport report = report(
                "entity",
                align(
                        linked("ada", "e1", "e1", "e2", null).handedIn(),
                        linked("bo", "e1", "e3", "e2", null).handedIn()));

        assertThat(figure(outcome(report, "link"))).isEqualTo(0.75);
        assertThat(figure(outcome(report, "link-coverage"))).isEqualTo(1);
        assertThat(figure(outcome(report, "link-nil-alpha"))).isEqualTo(1);
        // e1 e1 e2 against e1 e3 e2: recall (1/2 + 1/2 + 1)/3, precision 1
        assertThat(figure(outcome(report, "b-cubed"))).isEqualTo(0.8, within(1e-12));
    }

    private static Readings.Reading linked(String annotator, String... entities) {
        Readings.Reading reading = by(annotator);
        for (int i = 0; i < entities.length; i++) {
            reading.mention(new Mention(
                    "m" + i,
                    "PERSON",
                    List.of(new Span(20 * i, 20 * i + 8)),
                    Map.of(),
                    new Mention.Link(entities[i], Mention.Confidence.CERTAIN),
                    List.of()));
        }
        return reading;
    }

    private static Alignment[] documents(int count) {
        return IntStream.range(0, count)
                .mapToObj(seed -> Alignment.of(document(seed), SCHEME, SyntheticReadings.sets(seed, 2, 20)))
                .toArray(Alignment[]::new);
    }

    @Test
    void tellsVersionsOfTheGuidelinesApart() {
        Document second = document(2);
        LayerReport report = report(
                "entity",
                align(
                        by("ada").mention("a", "0-10", "PERSON").underGuidelines(1),
                        by("bo").mention("b", "20-30", "PERSON").underGuidelines(1)),
                Alignment.of(
                        second,
                        SCHEME,
                        List.of(
                                by("ada", second).mention("a", "0-10", "PERSON").underGuidelines(1),
                                by("bo", second).mention("b", "0-10", "PERSON").underGuidelines(2))));

        assertThat(report.groups())
                .filteredOn(group -> group.by() == AgreementReport.Grouping.GUIDELINE_VERSION)
                .extracting(
                        group -> group.name(),
                        group -> figure(group.outcomes().getFirst().outcome()))
                .containsExactly(tuple("version 001", 0.0), tuple("versions 001 and 002", 1.0));
    }

    @Test
    void comparesTheSpeakersOfClaimsBeyondChance() {
        Readings.Reading ada = by("ada");
        Readings.Reading bo = by("bo");
        for (int at = 0; at < 200; at += 20) {
            String speaker = at < 100 ? "first" : "second";
            ada.claim("c" + at, "%d-%d".formatted(at + 8, at + 18), "", speaker);
            bo.claim("c" + at, "%d-%d".formatted(at + 8, at + 18), "", at == 0 ? "second" : speaker);
        }
        for (Readings.Reading reading : List.of(ada, bo)) {
            reading.mention("first", "300-305", "PERSON").mention("second", "310-315", "PERSON");
        }

        LayerReport report = report("claim", align(ada.handedIn(), bo.handedIn()));

        // o(first, second) = 1 of 20 answers each way; n = 9 first, 11 second: 1 − 19 · 2 / 198
        assertThat(figure(outcome(report, "source-alpha"))).isEqualTo(1 - 38.0 / 198, within(1e-12));
        assertThat(figure(outcome(report, "source-f1"))).isEqualTo(0.9, within(1e-12));
    }
}
