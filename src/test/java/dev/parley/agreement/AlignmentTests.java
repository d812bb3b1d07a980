package dev.parley.agreement;

import static dev.parley.agreement.Readings.SCHEME;
import static dev.parley.agreement.Readings.by;
import static dev.parley.agreement.Readings.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.annotation.Mention;
import dev.parley.document.Document;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignmentTests {

    private static Alignment align(AnnotationSet... sets) {
        return Alignment.of(document(), SCHEME, List.of(sets));
    }

    /** Who has what in each cluster, such as {@code ada:m1 bo:n1}. */
    private static List<String> written(List<? extends Cluster<?>> clusters) {
        return clusters.stream()
                .map(cluster -> {
                    List<String> members = new ArrayList<>();
                    cluster.members().forEach((annotator, member) -> members.add(annotator + ":" + member.id()));
                    return String.join(" ", members);
                })
                .toList();
    }

    /** Of two annotators, two marks with one label meet while 3 · d_pos < 2, that is while Dice > 1 − √⅔. */
    @Test
    void bringsMarksTogetherThatAreCheaperTogetherThanAlone() {
        AnnotationSet ada = by("ada").mention("a", "0-10", "PERSON").handedIn();

        assertThat(written(align(ada, by("bo").mention("b", "8-18", "PERSON").handedIn())
                        .mentions()))
                .containsExactly("ada:a bo:b");
        assertThat(written(align(ada, by("bo").mention("b", "9-19", "PERSON").handedIn())
                        .mentions()))
                .containsExactly("ada:a", "bo:b");
        assertThat(written(align(ada, by("bo").mention("b", "6-16", "ORG").handedIn())
                        .mentions()))
                .containsExactly("ada:a", "bo:b");
        assertThat(written(align(ada, by("bo").mention("b", "5-15", "ORG").handedIn())
                        .mentions()))
                .containsExactly("ada:a bo:b");
    }

    @Test
    void keepsItsClustersAwayFromAnEdit() {
        List<AnnotationSet> sets = SyntheticReadings.sets(3, 3, 60);
        Alignment before = Alignment.of(document(), SCHEME, sets);
        Readings.Reading edited = by(sets.getFirst().annotator());
        sets.getFirst().mentions().forEach(edited::mention);
        edited.mention("new", "901-907", "ORG");
        List<AnnotationSet> after = List.of(edited.handedIn(), sets.get(1), sets.get(2));

        Alignment again = before.after(after);

        assertThat(again.mentions())
                .isEqualTo(Alignment.of(document(), SCHEME, after).mentions())
                .hasSizeGreaterThanOrEqualTo(before.mentions().size());
    }

    @Test
    void looksAtTheCoveredCharactersOfMarksInPieces() {
        Alignment alignment = align(
                by("ada").mention("a", "0-4,20-24", "ORG").handedIn(),
                by("bo").mention("whole", "0-24", "ORG")
                        .mention("same", "0-4,20-25", "ORG")
                        .handedIn());

        assertThat(written(alignment.mentions())).containsExactlyInAnyOrder("bo:whole", "ada:a bo:same");
    }

    @Test
    void letsPlaceWinOverLabelAndLabelDecideBetweenEquals() {
        Alignment alignment = align(
                by("ada")
                        .mention("person", "0-5", "PERSON")
                        .mention("org", "0-5", "ORG")
                        .handedIn(),
                by("bo").mention("n1", "0-5", "ORG")
                        .mention("n2", "0-5", "PERSON")
                        .handedIn());

        assertThat(written(alignment.mentions())).containsExactlyInAnyOrder("ada:org bo:n1", "ada:person bo:n2");
    }

    @Test
    void doesNotMixLayers() {
        Alignment alignment = align(
                by("ada").mention("a", "0-5", "PERSON").handedIn(),
                by("bo").mention("b", "0-5", "WAR").handedIn());

        assertThat(written(alignment.mentions())).containsExactly("ada:a", "bo:b");
    }

    @Test
    void takesTheBetterOfTwoNestedMarks() {
        Alignment alignment = align(
                by("ada")
                        .mention("outer", "0-20", "ORG")
                        .mention("inner", "0-12", "GPE")
                        .handedIn(),
                by("bo").mention("b", "0-13", "GPE").handedIn());

        assertThat(written(alignment.mentions())).containsExactly("ada:outer", "ada:inner bo:b");
    }

    @Test
    void neverHasTwoMembersThatShareNoCharacter() {
        Alignment alignment = Alignment.of(
                document(),
                Readings.scheme(0.3),
                List.of(
                        by("ada").mention("left", "0-10", "ORG").handedIn(),
                        by("bo").mention("middle", "5-15", "ORG").handedIn(),
                        by("cy").mention("right", "10-20", "ORG").handedIn()));

        assertThat(written(alignment.mentions())).containsExactly("ada:left bo:middle", "cy:right");
    }

    @Test
    void leavesDraftsAsideAndCountsWhoMarkedNothing() {
        Alignment alignment = align(
                by("ada").mention("a", "0-5", "PERSON").in(State.DRAFT),
                by("bo").mention("b", "0-5", "PERSON").in(State.LOCKED),
                by("cy").handedIn());

        assertThat(alignment.annotators()).containsExactly("bo", "cy");
        assertThat(written(alignment.mentions())).containsExactly("bo:b");
    }

    @Test
    void tellsClaimsWithTheSameContentApartByTheirCue() {
        Alignment alignment = align(
                by("ada")
                        .claim("said", "50-80", "10-14", "x")
                        .claim("denied", "50-80", "30-36", "y")
                        .handedIn(),
                by("bo").claim("c1", "50-80", "30-37", "y")
                        .claim("c2", "50-80", "10-14", "x")
                        .handedIn());

        assertThat(written(alignment.claims())).containsExactlyInAnyOrder("ada:said bo:c2", "ada:denied bo:c1");
    }

    @Test
    void bringsImplicitClaimsTogetherByTheirCueOnly() {
        Alignment alignment = align(
                by("ada").claim("implicit", "", "10-14", "x").handedIn(),
                by("bo").claim("c1", "10-14", "20-24", "x")
                        .claim("c2", "", "10-15", "x")
                        .handedIn());

        assertThat(written(alignment.claims())).containsExactlyInAnyOrder("bo:c1", "ada:implicit bo:c2");
    }

    @Test
    void bringsRelationsTogetherByWhatTheyTieEvenWhenTurned() {
        Alignment alignment = align(
                by("ada")
                        .claim("a1", "0-20", "21-24", "x")
                        .claim("a2", "40-60", "61-64", "x")
                        .relation("r", "denies", "a1", "a2")
                        .handedIn(),
                by("bo").claim("b1", "0-21", "21-24", "x")
                        .claim("b2", "41-60", "61-64", "x")
                        .relation("s", "denies", "b2", "b1")
                        .handedIn());

        assertThat(written(alignment.relations())).containsExactly("ada:r bo:s");
    }

    @Test
    void tellsClustersApartWhoseMembersHaveTheSameIds() {
        Alignment alignment = align(
                by("ada")
                        .mention("m1", "0-5", "ORG")
                        .mention("m2", "10-15", "ORG")
                        .handedIn(),
                by("bo").mention("m2", "0-5", "ORG")
                        .mention("m1", "10-15", "ORG")
                        .handedIn());

        assertThat(alignment.mentions()).extracting(Cluster::id).doesNotHaveDuplicates();
    }

    @Test
    void marksWhatLiesInBoilerplate() {
        Document document = document(new Document.Segment("boilerplate", new Span(0, 20), null));
        Alignment alignment = Alignment.of(
                document,
                SCHEME,
                List.of(by("ada")
                        .mention("in", "2-5", "ORG")
                        .mention("across", "15-25", "ORG")
                        .handedIn()));

        assertThat(alignment.mentions()).extracting(Cluster::excluded).containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void doesNotDependOnTheOrderOfWhatItIsGiven(int seed) {
        List<AnnotationSet> sets = SyntheticReadings.sets(seed, 3, 60);
        Set<String> before =
                new TreeSet<>(written(Alignment.of(document(), SCHEME, sets).mentions()));

        Set<String> after = new TreeSet<>(
                written(Alignment.of(document(), SCHEME, shuffled(sets, seed)).mentions()));

        assertThat(after).isEqualTo(before);
    }

    private static List<AnnotationSet> shuffled(List<AnnotationSet> sets, int seed) {
        Random random = new Random(seed);
        List<AnnotationSet> shuffled = new ArrayList<>();
        for (AnnotationSet set : sets) {
            Readings.Reading reading = by(set.annotator());
            List<Mention> mentions = new ArrayList<>(set.mentions());
            Collections.shuffle(mentions, random);
            mentions.forEach(reading::mention);
            shuffled.add(reading.handedIn());
        }
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** The README of the measures found F1 of at least .99 for this method on texts made like these. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void findsWhatWasMeantTheSameInSyntheticReadings(int annotators) {
        int right = 0;
        int found = 0;
        int meant = 0;
        for (int seed = 0; seed < 8; seed++) {
            List<AnnotationSet> sets = SyntheticReadings.sets(seed, annotators, 60);
            Set<String> truth = SyntheticReadings.pairsMeant(sets);
            Set<String> pairs = SyntheticReadings.pairs(Alignment.of(document(), SCHEME, sets));
            meant += truth.size();
            found += pairs.size();
            right += (int) pairs.stream().filter(truth::contains).count();
        }

        assertThat(2.0 * right / (found + meant)).isGreaterThan(0.97);
    }
}
