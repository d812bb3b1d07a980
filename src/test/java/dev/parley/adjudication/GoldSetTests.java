package dev.parley.adjudication;

import static dev.parley.agreement.Readings.SCHEME;
import static dev.parley.agreement.Readings.by;
import static dev.parley.agreement.Readings.document;
import static dev.parley.agreement.Readings.spans;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.UserId;
import dev.parley.adjudication.GoldSet.Status;
import dev.parley.adjudication.GoldSet.Support;
import dev.parley.agreement.Alignment;
import dev.parley.agreement.Cause;
import dev.parley.agreement.Cluster;
import dev.parley.agreement.Readings;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.Constant;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Mention;
import dev.parley.document.Span;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoldSetTests {

    /** One document under adjudication; the decisions are made by naming somebody's annotation. */
    private static final class Desk {

        private final Alignment alignment;
        private final int assigned;
        private final List<Decision> decisions = new ArrayList<>();

        private Desk(int assigned, AnnotationSet... sets) {
            this.alignment = Alignment.of(document(), SCHEME, List.of(sets));
            this.assigned = assigned;
        }

        Desk take(Kind kind, String annotator, String id) {
            Annotation annotation = cluster(kind, annotator, id).of(annotator).orElseThrow();
            return decide(cluster(kind, annotator, id), Decision.Outcome.VERSION, annotator, annotation);
        }

        Desk own(Kind kind, String annotator, String id, Annotation own) {
            return decide(cluster(kind, annotator, id), Decision.Outcome.OWN, null, own);
        }

        Desk none(Kind kind, String annotator, String id) {
            return decide(cluster(kind, annotator, id), Decision.Outcome.NONE, null, null);
        }

        private Cluster<?> cluster(Kind kind, String annotator, String id) {
            return alignment.cluster(kind, annotator, id).orElseThrow();
        }

        private Desk decide(
                Cluster<?> cluster,
                Decision.Outcome outcome,
                @Nullable String annotator,
                @Nullable Annotation annotation) {
            decisions.add(new Decision(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    ProjectId.random(),
                    document().id(),
                    cluster.id(),
                    cluster.layer(),
                    Cause.MISSING,
                    outcome,
                    Map.of(),
                    annotator,
                    annotation,
                    null,
                    null,
                    UserId.random(),
                    Instant.EPOCH.plusSeconds(decisions.size()),
                    null,
                    null,
                    null));
            return this;
        }

        GoldSet gold() {
            return new Docket(new Aligned(alignment, assigned), decisions).gold(GoldDerivation.Elsewhere.UNKNOWN);
        }
    }

    private static Desk desk(AnnotationSet... sets) {
        return new Desk(sets.length, sets);
    }

    @Test
    void takesOverWhatIsAgreedAndLeavesOutWhatIsOpen() {
        GoldSet gold = desk(
                        by("ada")
                                .mention("a1", "0-5", "ORG")
                                .mention("a2", "10-15", "ORG")
                                .handedIn(),
                        by("bo").mention("b1", "0-5", "ORG")
                                .mention("b2", "10-15", "GPE")
                                .handedIn())
                .gold();

        assertThat(gold.mentions()).extracting(Mention::id).containsExactly("a1");
        assertThat(gold.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(gold.undecided()).isEqualTo(1);
    }

    @Test
    void takesTheVersionDecidedForUnderAnIdThatNoDecisionChanges() {
        GoldSet gold = desk(
                        by("ada").mention("a", "0-5", "ORG").handedIn(),
                        by("bo").mention("b", "0-6", "GPE").handedIn())
                .take(Kind.MENTION, "bo", "b")
                .gold();

        assertThat(gold.mentions()).containsExactly(new Mention("a", "GPE", spans("0-6"), Map.of(), null, List.of()));
        assertThat(gold.status()).isEqualTo(Status.ADJUDICATED);
    }

    @Test
    void takesTheAdjudicatorsOwn() {
        Mention own = new Mention("mine", "GPE", spans("1-4"), Map.of(), null, List.of());

        GoldSet gold = desk(
                        by("ada").mention("a", "0-5", "ORG").handedIn(),
                        by("bo").mention("b", "0-6", "ORG").handedIn())
                .own(Kind.MENTION, "ada", "a", own)
                .gold();

        assertThat(gold.mentions()).extracting(Mention::spans).containsExactly(spans("1-4"));
        assertThat(gold.mentions()).extracting(Mention::id).containsExactly("a");
    }

    @Test
    void leavesOutWhatWasDecidedAway() {
        GoldSet gold = desk(by("ada").mention("a", "0-5", "ORG").handedIn(), by("bo").handedIn())
                .none(Kind.MENTION, "ada", "a")
                .gold();

        assertThat(gold.mentions()).isEmpty();
        assertThat(gold.status()).isEqualTo(Status.ADJUDICATED);
    }

    @Test
    void tellsHowFarADocumentIs() {
        AnnotationSet ada = by("ada").mention("a", "0-5", "ORG").handedIn();

        assertThat(desk(ada, by("bo").mention("b", "0-5", "ORG").handedIn())
                        .gold()
                        .status())
                .isEqualTo(Status.UNANIMOUS);
        assertThat(desk(ada).gold().status()).isEqualTo(Status.SINGLE);
        assertThat(desk(ada).gold().mentions()).hasSize(1);
        assertThat(desk(ada, by("bo").in(State.DRAFT)).gold().status()).isEqualTo(Status.NONE);
        assertThat(desk(ada, by("bo").in(State.DRAFT)).gold().mentions()).isEmpty();
    }

    @Test
    void pointsTheSpeakerToTheGoldMention() {
        GoldSet gold = desk(
                        by("ada")
                                .mention("a", "0-5", "PERSON")
                                .claim("c", "20-40", "10-14", "a")
                                .handedIn(),
                        by("bo").mention("b", "0-5", "PERSON")
                                .claim("d", "20-38", "10-14", "b")
                                .handedIn())
                .take(Kind.CLAIM, "bo", "d")
                .gold();

        assertThat(gold.claims()).singleElement().satisfies(claim -> {
            assertThat(claim.content()).isEqualTo(spans("20-38"));
            assertThat(claim.source()).containsExactly(new MentionParty("a"));
        });
    }

    @Test
    void callsTheSpeakerUncertainWhoseMentionWasDecidedAway() {
        GoldSet gold = desk(
                        by("ada")
                                .mention("a", "0-5", "PERSON")
                                .claim("c", "20-40", "10-14", "a")
                                .handedIn(),
                        by("bo").claim(author("d")).handedIn())
                .none(Kind.MENTION, "ada", "a")
                .take(Kind.CLAIM, "ada", "c")
                .gold();

        assertThat(gold.mentions()).isEmpty();
        assertThat(gold.claims())
                .singleElement()
                .satisfies(claim -> assertThat(claim.source()).containsExactly(new ConstantParty(Constant.UNCERTAIN)));
    }

    @Test
    void takesInTheVersionsOwnSpeakerWhileNobodyHasDecidedAboutIt() {
        GoldSet gold = desk(
                        by("ada")
                                .mention("a", "0-5", "PERSON")
                                .claim("c", "20-40", "10-14", "a")
                                .handedIn(),
                        by("bo").mention("b", "0-6", "PERSON")
                                .claim(author("d"))
                                .handedIn())
                .take(Kind.CLAIM, "ada", "c")
                .gold();

        assertThat(gold.undecided()).isEqualTo(1);
        assertThat(gold.mentions()).extracting(Mention::spans).containsExactly(spans("0-5"));
        assertThat(gold.claims().getFirst().source()).containsExactly(new MentionParty("a"));
    }

    private static Claim author(String id) {
        return new Claim(
                id,
                spans("20-40"),
                spans("10-14"),
                List.of(new ConstantParty(Constant.AUTHOR)),
                List.of(),
                List.of(),
                List.of(),
                null,
                Map.of("form", "direct", "act", "assert"),
                false,
                List.of());
    }

    private static Claim nested(String id, String content, @Nullable String parent) {
        return new Claim(
                id,
                spans(content),
                List.of(),
                List.of(new ConstantParty(Constant.AUTHOR)),
                List.of(),
                List.of(),
                List.of(),
                parent,
                Map.of("form", "direct", "act", "assert"),
                false,
                List.of());
    }

    @Test
    void keepsParentsWhereTheParentStaysAndNoCircleCloses() {
        AnnotationSet ada = by("ada")
                .claim(nested("a1", "0-60", null))
                .claim(nested("a2", "20-50", "a1"))
                .handedIn();
        AnnotationSet bo = by("bo").claim(nested("b1", "0-60", "b2"))
                .claim(nested("b2", "20-50", null))
                .handedIn();

        GoldSet sane = desk(ada, bo)
                .take(Kind.CLAIM, "ada", "a1")
                .take(Kind.CLAIM, "ada", "a2")
                .gold();
        GoldSet gone = desk(ada, bo)
                .none(Kind.CLAIM, "ada", "a1")
                .take(Kind.CLAIM, "ada", "a2")
                .gold();
        GoldSet circle = desk(ada, bo)
                .take(Kind.CLAIM, "bo", "b1")
                .take(Kind.CLAIM, "ada", "a2")
                .gold();

        assertThat(sane.claims()).extracting(Claim::parent).containsExactly(null, "a1");
        assertThat(gone.claims()).extracting(Claim::parent).containsExactly((String) null);
        assertThat(circle.claims()).extracting(Claim::parent).containsOnlyOnce((String) null);
    }

    @Test
    void dropsRelationsThatLostAnEndAndSaysSo() {
        Desk desk = desk(
                related("ada", "a", "0-20").handedIn(),
                related("bo", "b", "0-19").handedIn());

        assertThat(desk.gold().relations()).isEmpty();
        assertThat(desk.gold().dropped()).hasSize(1);
        assertThat(desk.take(Kind.CLAIM, "ada", "a1").gold().relations())
                .singleElement()
                .satisfies(relation -> assertThat(relation.from().annotation()).isEqualTo("a1"));
    }

    private static Readings.Reading related(String annotator, String prefix, String content) {
        return by(annotator)
                .mention("x", "90-95", "PERSON")
                .claim(prefix + 1, content, "21-24", "x")
                .claim(prefix + 2, "40-60", "61-64", "x")
                .relation(prefix + "r", "denies", prefix + 1, prefix + 2);
    }

    @Test
    void keepsIdsApartThatTwoAnnotatorsUseForDifferentThings() {
        GoldSet gold = desk(
                        by("ada")
                                .mention("m1", "0-5", "ORG")
                                .mention("m2", "10-15", "PERSON")
                                .claim("c", "20-40", "", "m2")
                                .handedIn(),
                        by("bo").mention("m2", "0-5", "ORG")
                                .mention("m1", "10-15", "PERSON")
                                .claim("c", "20-41", "", "m1")
                                .handedIn())
                .take(Kind.CLAIM, "bo", "c")
                .gold();

        assertThat(gold.mentions()).extracting(Mention::id).containsExactly("m1", "m2");
        assertThat(gold.claims().getFirst().source()).containsExactly(new MentionParty("m2"));
    }

    @Test
    void givesANewIdWhereAllAreTaken() {
        GoldSet gold = desk(
                        by("ada").mention("m", "0-5", "ORG").handedIn(),
                        by("bo").mention("m", "20-25", "ORG").handedIn())
                .take(Kind.MENTION, "ada", "m")
                .take(Kind.MENTION, "bo", "m")
                .gold();

        assertThat(gold.mentions()).extracting(Mention::id).containsExactly("m", "m.2");
    }

    @Test
    void tellsWhoStandsBehindAnAnnotation() {
        GoldSet gold = desk(
                        by("ada").mention("a", "0-10", "ORG").handedIn(),
                        by("bo").mention("b", "0-5", "GPE").handedIn(),
                        by("cy").handedIn())
                .take(Kind.MENTION, "ada", "a")
                .gold();

        assertThat(gold.support())
                .containsExactly(new Support("a", List.of("ada", "bo"), 0.5, Map.of("GPE", 1, "ORG", 1)));
    }

    @Test
    void resolvesNestedSpeakersOfNestedClaims() {
        AnnotationSet ada = by("ada")
                .mention("outer", "0-20", "ORG")
                .mention("inner", "0-8", "PERSON")
                .claim("c", "30-60", "22-26", "inner")
                .handedIn();
        AnnotationSet bo = by("bo").mention("n1", "0-8", "PERSON")
                .mention("n2", "0-20", "ORG")
                .claim("d", "30-60", "22-26", "n2")
                .handedIn();

        GoldSet gold = desk(ada, bo).take(Kind.CLAIM, "bo", "d").gold();

        assertThat(gold.claims().getFirst().source()).containsExactly(new MentionParty("outer"));
        assertThat(gold.mentions())
                .extracting(mention -> mention.spans().getFirst())
                .containsExactlyInAnyOrder(new Span(0, 20), new Span(0, 8));
    }
}
