package dev.parley.agreement;

import static dev.parley.agreement.Readings.SCHEME;
import static dev.parley.agreement.Readings.by;
import static dev.parley.agreement.Readings.document;
import static dev.parley.agreement.Readings.spans;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agreement.Disagreement.Version;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.Constant;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Mention;
import dev.parley.document.Document;
import dev.parley.document.Span;
import dev.parley.scheme.Scheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisagreementsTests {

    private static List<Disagreement> between(AnnotationSet... sets) {
        return Disagreements.in(Alignment.of(document(), SCHEME, List.of(sets)));
    }

    private static Mention mention(String id, String level, Mention.Link link) {
        return new Mention(id, "PERSON", spans("0-5"), Map.of("level", level), link, List.of());
    }

    @Test
    void findsNoneBetweenEqualReadings() {
        assertThat(between(
                        by("ada").mention("a", "0-5", "PERSON").handedIn(),
                        by("bo").mention("b", "0-5", "PERSON").handedIn()))
                .isEmpty();
    }

    @Test
    void findsNoneWhereOnlyOneHandedIn() {
        assertThat(between(by("ada").mention("a", "0-5", "PERSON").handedIn())).isEmpty();
    }

    @Test
    void namesTheCauseOfMentions() {
        AnnotationSet ada = by("ada").mention("a", "0-10", "PERSON").handedIn();

        assertThat(between(ada, by("bo").handedIn()))
                .extracting(Disagreement::cause)
                .containsExactly(Cause.MISSING);
        assertThat(between(ada, by("bo").handedIn(), by("cy").handedIn()))
                .extracting(Disagreement::cause)
                .containsExactly(Cause.EXTRA);
        assertThat(between(ada, by("bo").mention("b", "0-9", "PERSON").handedIn()))
                .extracting(Disagreement::cause)
                .containsExactly(Cause.BOUNDARY);
        assertThat(between(ada, by("bo").mention("b", "0-10", "ORG").handedIn()))
                .extracting(Disagreement::cause)
                .containsExactly(Cause.LABEL);
        assertThat(between(ada, by("bo").mention("b", "0-9", "ORG").handedIn()))
                .extracting(Disagreement::cause)
                .containsExactly(Cause.LABEL_BOUNDARY);
    }

    @Test
    void recognisesOneWholeInPieces() {
        List<Disagreement> found = between(
                by("ada").mention("all", "0-30", "GPE").handedIn(),
                by("bo").mention("b1", "0-8", "GPE")
                        .mention("b2", "10-15", "GPE")
                        .mention("b3", "21-30", "GPE")
                        .handedIn());

        assertThat(found).extracting(Disagreement::cause).containsOnly(Cause.SPLIT_MERGE);
        assertThat(found)
                .allSatisfy(part -> assertThat(part.together())
                        .containsExactlyInAnyOrderElementsOf(
                                found.stream().map(Disagreement::id).toList()));
    }

    @Test
    void takesNestedMarksForNoPieces() {
        assertThat(between(
                        by("ada").mention("whole", "0-20", "ORG").handedIn(),
                        by("bo").mention("same", "0-20", "ORG")
                                .mention("left", "0-10", "GPE")
                                .mention("right", "11-20", "GPE")
                                .handedIn()))
                .extracting(Disagreement::cause)
                .containsExactly(Cause.MISSING, Cause.MISSING);
    }

    @Test
    void putsDownToTheSchemeWhatFollowsItsVersions() {
        Scheme older = Readings.scheme(0.5, "PERSON", "ORG");
        Revisions revisions = new Revisions(version -> version == 1 ? older : SCHEME);
        AnnotationSet early = by("ada").mention("a", "0-5", "ORG").under(1);
        AnnotationSet alsoEarly = by("bo").mention("b", "0-5", "ORG").under(1);
        AnnotationSet straying = by("bo").mention("b", "0-5", "PERSON").under(1);
        AnnotationSet late = by("cy").mention("c", "0-5", "GPE").under(2);

        assertThat(causes(revisions, early, alsoEarly, late)).containsExactly(Cause.GUIDELINE_VERSION);
        assertThat(causes(revisions, early, straying, late)).containsExactly(Cause.LABEL);
        assertThat(causes(Revisions.unknown(SCHEME), early, alsoEarly, late)).containsExactly(Cause.LABEL);
    }

    private static List<Cause> causes(Revisions revisions, AnnotationSet... sets) {
        Alignment alignment = Alignment.of(document(), SCHEME, List.of(sets), Alignment.Elsewhere.UNKNOWN, revisions);
        return Disagreements.in(alignment).stream().map(Disagreement::cause).toList();
    }

    @Test
    void comparesAttributesWithTheirDefaultsSaid() {
        AnnotationSet silent = by("ada").mention("a", "0-5", "PERSON").handedIn();

        assertThat(between(silent, by("bo").mention(mention("b", "NAM", null)).handedIn()))
                .isEmpty();
        assertThat(between(silent, by("bo").mention(mention("b", "PRO", null)).handedIn()))
                .singleElement()
                .satisfies(found -> assertThat(found.aspects()).containsExactly("attribute:level"))
                .satisfies(found -> assertThat(found.cause()).isEqualTo(Cause.ATTRIBUTE));
    }

    @Test
    void comparesLinksByEntityNotByCertainty() {
        Mention.Link certain = new Mention.Link("e1", Mention.Confidence.CERTAIN);
        Mention.Link likely = new Mention.Link("e1", Mention.Confidence.LIKELY);
        Mention.Link other = new Mention.Link("e2", Mention.Confidence.CERTAIN);
        AnnotationSet ada = by("ada").mention(mention("a", "NAM", certain)).handedIn();

        assertThat(between(ada, by("bo").mention(mention("b", "NAM", likely)).handedIn()))
                .isEmpty();
        assertThat(between(ada, by("bo").mention(mention("b", "NAM", other)).handedIn()))
                .extracting(Disagreement::cause)
                .containsExactly(Cause.LINK);
    }

    @Test
    void comparesSpeakersByAlignedMentionNotById() {
        assertThat(between(
                        by("ada")
                                .mention("a", "0-5", "PERSON")
                                .claim("c", "20-40", "10-14", "a")
                                .handedIn(),
                        by("bo").mention("b", "0-5", "PERSON")
                                .claim("d", "20-40", "10-14", "b")
                                .handedIn()))
                .isEmpty();
    }

    @Test
    void namesTheCauseOfClaims() {
        AnnotationSet ada = by("ada")
                .mention("a", "0-5", "PERSON")
                .mention("a2", "50-55", "PERSON")
                .claim("c", "20-40", "10-14", "a")
                .handedIn();

        assertThat(between(
                        ada,
                        by("bo").mention("b", "0-5", "PERSON")
                                .mention("b2", "50-55", "PERSON")
                                .claim("d", "20-40", "10-14", "b2")
                                .handedIn()))
                .singleElement()
                .satisfies(found -> assertThat(found.cause()).isEqualTo(Cause.PART))
                .satisfies(found -> assertThat(found.aspects()).containsExactly("source"));
        assertThat(between(
                        ada,
                        by("bo").mention("b", "0-5", "PERSON")
                                .mention("b2", "50-55", "PERSON")
                                .claim(new Claim(
                                        "d",
                                        spans("20-40"),
                                        spans("10-14"),
                                        List.of(new ConstantParty(Constant.AUTHOR)),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        null,
                                        Map.of("form", "indirect", "act", "assert"),
                                        false,
                                        List.of()))
                                .handedIn()))
                .singleElement()
                .satisfies(found -> assertThat(found.cause()).isEqualTo(Cause.ATTRIBUTE))
                .satisfies(found -> assertThat(found.aspects()).containsExactlyInAnyOrder("source", "attribute:form"));
    }

    @Test
    void tellsTypesAndDirectionsOfRelationsApart() {
        AnnotationSet ada = claims("ada").relation("r", "denies", "c1", "c2").handedIn();
        AnnotationSet turned = claims("bo").relation("s", "denies", "c2", "c1").handedIn();
        AnnotationSet symmetric =
                claims("ada").relation("r", "same-as", "c1", "c2").handedIn();
        AnnotationSet symmetricTurned =
                claims("bo").relation("s", "same-as", "c2", "c1").handedIn();

        assertThat(between(ada, turned)).extracting(Disagreement::cause).containsExactly(Cause.RELATION);
        assertThat(between(symmetric, symmetricTurned)).isEmpty();
    }

    private static Readings.Reading claims(String annotator) {
        return by(annotator)
                .mention("x", "90-95", "PERSON")
                .claim("c1", "0-20", "21-24", "x")
                .claim("c2", "40-60", "61-64", "x");
    }

    @Test
    void groupsWhoSaidTheSameAndPutsSilenceLast() {
        List<Disagreement> found = between(
                by("ada").handedIn(),
                by("bo").mention("b", "0-5", "ORG").handedIn(),
                by("cy").mention("c", "0-5", "PERSON").handedIn(),
                by("di").mention("d", "0-5", "PERSON").handedIn());

        assertThat(found.getFirst().versions())
                .extracting(Version::annotators)
                .containsExactly(List.of("cy", "di"), List.of("bo"), List.of("ada"));
        assertThat(found.getFirst().versions().getLast().annotation()).isNull();
    }

    @Test
    void looksAwayFromBoilerplate() {
        Document document = document(new Document.Segment("boilerplate", new Span(0, 20), null));

        assertThat(Disagreements.in(Alignment.of(
                        document,
                        SCHEME,
                        List.of(by("ada").mention("a", "2-5", "ORG").handedIn(), by("bo").handedIn()))))
                .isEmpty();
    }

    @Test
    void keepsItsIdWhenWorkedOutAgain() {
        AnnotationSet ada = by("ada").mention("a", "0-5", "ORG").handedIn();
        AnnotationSet bo = by("bo").handedIn();

        assertThat(between(bo, ada)).isEqualTo(between(ada, bo));
        assertThat(between(ada, bo).getFirst().id()).startsWith(document().id().toString());
    }
}
