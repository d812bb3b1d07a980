package dev.parley.annotation;

import static dev.parley.annotation.TinyArticle.party;
import static dev.parley.annotation.TinyArticle.relation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.AnnotationJson.Quote;
import dev.parley.annotation.Mention.Confidence;
import dev.parley.document.DocumentId;
import dev.parley.document.Span;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SpanLayer.Crossing;
import dev.parley.scheme.SpanLayer.SameSpan;
import dev.parley.scheme.SpanLayer.Snap;
import dev.parley.scheme.SpanLayer.SpanRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTests {

    private static final TinyArticle ARTICLE = TinyArticle.of("Ada of Utopia said rain and cold will come on Monday.");
    private static final DocumentId ELSEWHERE = DocumentId.random();

    private final Mention ada = ARTICLE.mention("ada", "PERSON", "Ada");
    private final Mention utopia = ARTICLE.mention("utopia", "STATE", "Utopia");
    private final Claim rain = ARTICLE.claim("rain", "ada", "said", "rain and cold will come");

    private Scheme scheme = TinyScheme.full();
    private AnnotationIndex present = ARTICLE.index(ada, utopia, rain);

    @Test
    void acceptsWhatTheSchemeKnows() {
        assertThat(put(ARTICLE.mention("m", "PERSON", "Ada of Utopia"))).isEmpty();
        assertThat(put(ARTICLE.mention("m", "PERSON", "rain", "cold"))).isEmpty();
        assertThat(put(ARTICLE.claim("c", "author", "said", "rain", "cold"))).isEmpty();
        assertThat(put(ARTICLE.claim("c", "", "", "rain"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 54, ends outside the text", "52, 53, ''", "53, 54, ends outside", "0, 53, ''"})
    void keepsSpansInTheText(int start, int end, String sentence) {
        assertRefused(mentionAt("PERSON", new Span(start, end)), sentence);
    }

    @Test
    void keepsStretchesApartAndInOrder() {
        assertRefused(mentionAt("PERSON", new Span(4, 8), new Span(0, 3)), "must come after [4, 8)");
        assertRefused(mentionAt("PERSON", new Span(0, 4), new Span(3, 8)), "not overlap it");
        assertRefused(mentionAt("PERSON"), "needs at least one span");
        assertRefused(mentionAt("DAY", new Span(0, 3), new Span(4, 6)), "has one span, not 2");
    }

    @Test
    void splitsNoCharacterThatIsSeenAsOne() {
        TinyArticle flags = TinyArticle.of("a\uD83C\uDDEE\uD83C\uDDF7 e\u0301b");
        Validation validation = validation(flags, flags.index());
        // a | flag of two code points | blank | e with an accent of its own | b
        List<Boolean> borders = List.of(true, true, false, true, true, false, true, true);

        for (int end = 1; end < borders.size(); end++) {
            Mention mention = new Mention("m", "PERSON", List.of(new Span(0, end)), Map.of(), null, List.of());
            assertThat(validation.problem(mention).isEmpty()).as("end %d", end).isEqualTo(borders.get(end));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // nesting, crossing, same span | label, words of the new one beside PERSON "Ada of Utopia" | refused with
        "true,  WARN,   DIFFERENT_LABEL, PERSON, Ada of Utopia, this span and this label already",
        "true,  WARN,   DIFFERENT_LABEL, STATE,  Ada of Utopia, ''",
        "true,  WARN,   ALLOW,           PERSON, Ada of Utopia, ''",
        "true,  WARN,   FORBID,          STATE,  Ada of Utopia, this span already",
        "true,  WARN,   FORBID,          DAY,    Ada of Utopia, ''",
        "false, WARN,   ALLOW,           STATE,  Utopia,        nest",
        "false, WARN,   ALLOW,           STATE,  Ada of Utopia said, nest",
        "true,  FORBID, ALLOW,           STATE,  Utopia,        ''",
        "true,  FORBID, ALLOW,           STATE,  Utopia said,   cross",
        "true,  WARN,   ALLOW,           STATE,  Utopia said,   ''",
        "true,  ALLOW,  ALLOW,           STATE,  Utopia said,   ''"
    })
    void keepsTheLayersRuleForNeighbours(
            boolean nesting, Crossing crossing, SameSpan sameSpan, String label, String words, String sentence) {
        scheme = TinyScheme.withRule(new SpanRule(true, nesting, crossing, sameSpan, Snap.WORD, true));
        present = ARTICLE.index(ARTICLE.mention("full", "PERSON", "Ada of Utopia"));

        assertRefused(ARTICLE.mention("m", label, words), sentence);
    }

    @Test
    void knowsLabelsAndKinds() {
        assertRefused(ARTICLE.mention("m", "PLANET", "Ada"), "no label “PLANET”");
        assertRefused(ARTICLE.mention("rain", "PERSON", "Ada"), "rain is a claim; a mention needs an id of its own");
    }

    @Test
    void comparesTheWordsTheSenderRead() {
        Edit.Put edit = new Edit.Put("e", ada, List.of(new Quote(ARTICLE.span("Ada"), "Eve")), null, null);

        assertThat(validation(ARTICLE, present).problem(edit)).contains("The words at [0, 3) are “Ada”, not “Eve”.");
    }

    @Test
    void checksAttributeValues() {
        assertRefused(with(Map.of("level", "PRO")), "level must be one of NAM, NOM, not “PRO”");
        assertRefused(with(Map.of("traits", List.of("old", "new"))), "");
        assertRefused(with(Map.of("traits", List.of("old", "old"))), "traits must be a list of old, new");
        assertRefused(with(Map.of("traits", "old")), "traits must be a list");
        assertRefused(with(Map.of("age", "7")), "age must be a number");
        assertRefused(with(Map.of("age", 7L, "sure", true)), "");
        assertRefused(with(Map.of("sure", "yes")), "sure must be true or false");
        assertRefused(with(Map.of("height", 3L)), "has no attribute “height”");
        assertRefused(
                withAttributes(rain, Map.of("note", "x".repeat(21))), "note must be text of at most 20 characters");
        assertRefused(withAttributes(rain, Map.of("note", "\uD83D\uDE00".repeat(20))), "");
    }

    @Test
    void keepsAValueThatIsHiddenJustNow() {
        assertRefused(with(Map.of("use", "power")), "");
    }

    @Test
    void checksLinks() {
        assertRefused(linked(ada, "known", Confidence.CERTAIN), "");
        assertRefused(linked(ada, null, Confidence.LIKELY), "");
        assertRefused(linked(ada, "unknown", Confidence.CERTAIN), "registry has no entity “unknown”");
        assertRefused(linked(ada, "known", Confidence.POSSIBLE), "must be one of certain, likely, not “possible”");
        assertRefused(
                linked(ARTICLE.mention("d", "DAY", "Monday"), "known", Confidence.CERTAIN), "layer day have no link");
    }

    @Test
    void keepsClaimsToTheFrame() {
        assertRefused(
                ARTICLE.claim("c", "nobody", "said", "rain"), "names the mention nobody, which is not in this set");
        assertRefused(
                ARTICLE.claim("c", "utopia", "said", "rain"), "must be one of PERSON; the mention utopia is STATE");
        assertRefused(ARTICLE.claim("c", "outlet", "said", "rain"), "source may not be outlet");
        assertRefused(filled("c", List.of("ada", "author", "unspecified"), null), "has 3 fillers; at most 2");
        assertRefused(filled("c", List.of("ada", "ada"), null), "names the same filler twice");
        assertRefused(
                claim("c", List.of(ARTICLE.span("said"), ARTICLE.span("will")), List.of(), null, false),
                "cue has 2 fillers; at most 1");
        assertRefused(
                new Claim(
                        "c",
                        rain.content(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(party("ada")),
                        List.of(),
                        null,
                        Map.of(),
                        false,
                        List.of()),
                "have no “target”");
        scheme = TinyScheme.withoutClaims();
        assertRefused(rain, "has no claims");
    }

    @Test
    void wantsContentUnlessImplicit() {
        assertRefused(claim("c", List.of(), List.of(), null, false), "has no content; give it words or say");
        assertRefused(claim("c", List.of(), List.of(), null, true), "");
        assertRefused(claim("c", List.of(), rain.content(), null, true), "is implicit and has content");
    }

    @Test
    void keepsParentsAboveTheirChildren() {
        Claim child = withParent(ARTICLE.claim("child", "ada", "", "rain"), "rain");
        Claim grandchild = withParent(ARTICLE.claim("grandchild", "ada", "", "rain"), "child");
        assertRefused(child, "");
        assertRefused(withParent(ARTICLE.claim("child", "ada", "", "Monday"), "rain"), "must stand inside the content");
        assertRefused(withParent(rain, "rain"), "cannot be its own parent");
        assertRefused(withParent(rain, "ada"), "is not a claim in this set");

        present = ARTICLE.index(ada, rain, child, grandchild);
        assertRefused(withParent(rain, "grandchild"), "stands under the claim rain itself");
        assertRefused(ARTICLE.claim("rain", "ada", "said", "cold"), "content of the claim child must stand inside");
    }

    @Test
    void keepsRelationsToTheirTypes() {
        Claim cold = ARTICLE.claim("cold", "ada", "", "cold");
        present = ARTICLE.index(ada, utopia, rain, cold, relation("r", "same", "rain", "cold"));

        assertRefused(relation("x", "about", "rain", "cold"), "");
        assertRefused(relation("x", "likes", "rain", "cold"), "no relation “likes”");
        assertRefused(relation("x", "about", "rain", "snow"), "names the claim snow, which is not there");
        assertRefused(relation("x", "about", "rain", "rain"), "to itself");
        assertRefused(relation("x", "same", "cold", "rain"), "relation r already says same");
        assertRefused(relation("r", "same", "cold", "rain"), "");
        assertRefused(relation("x", "rules", "rain", "cold"), "must be of the layer name");
        assertRefused(between("rules", Kind.MENTION, "ada", Kind.MENTION, "utopia", null), "");
        assertRefused(between("rules", Kind.CLAIM, "ada", Kind.MENTION, "utopia", null), "names the claim ada");
        assertRefused(between("same", Kind.CLAIM, "rain", Kind.CLAIM, "far", ELSEWHERE), "");
        assertRefused(between("same", Kind.CLAIM, "rain", Kind.CLAIM, "near", ELSEWHERE), "near, which is not there");
        assertRefused(between("about", Kind.CLAIM, "rain", Kind.CLAIM, "far", ELSEWHERE), "within one document");
    }

    @Test
    void deletesWhatNobodyUses() {
        assertThat(delete(Kind.MENTION, "utopia", false)).isEmpty();
        assertThat(delete(Kind.MENTION, "ada", false))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("used by the claim rain"));
        assertThat(delete(Kind.MENTION, "ada", true)).isEmpty();
        assertThat(delete(Kind.CLAIM, "ada", true)).contains("ada is a mention, not a claim.");
        assertThat(delete(Kind.CLAIM, "gone", true)).contains("There is no claim gone in this set.");
    }

    @Test
    void relabelsOnlyWhereTheUsersAllowIt() {
        assertRefused(
                ARTICLE.mention("ada", "STATE", "Ada"), "The claim rain uses it as source, which STATE may not be");
    }

    private void assertRefused(Annotation annotation, String sentence) {
        Optional<String> problem = put(annotation);
        if (sentence.isEmpty()) {
            assertThat(problem).isEmpty();
        } else {
            assertThat(problem)
                    .hasValueSatisfying(refused -> assertThat(refused).contains(sentence));
        }
    }

    private Optional<String> put(Annotation annotation) {
        return validation(ARTICLE, present).problem(new Edit.Put("e", annotation));
    }

    private Optional<String> delete(Kind kind, String target, boolean cascade) {
        return validation(ARTICLE, present).problem(new Edit.Delete("e", kind, target, cascade));
    }

    private Validation validation(TinyArticle article, AnnotationIndex index) {
        return new Validation(scheme, article.text(), index, new Surroundings() {
            @Override
            public Optional<String> linkProblem(String entity) {
                return entity.equals("known") ? Optional.empty() : new NoSurroundings().linkProblem(entity);
            }

            @Override
            public boolean isToCheck(String mention) {
                return false;
            }

            @Override
            public Optional<Annotation> elsewhere(DocumentId document, String id) {
                return document.equals(ELSEWHERE) && id.equals("far") ? Optional.of(rain) : Optional.empty();
            }
        });
    }

    private static Mention mentionAt(String label, Span... spans) {
        return new Mention("m", label, List.of(spans), Map.of(), null, List.of());
    }

    private static Mention with(Map<String, Object> attributes) {
        return new Mention("m", "PERSON", List.of(new Span(0, 6)), attributes, null, List.of());
    }

    private static Mention linked(Mention mention, @Nullable String entity, Confidence confidence) {
        return new Mention(
                mention.id(),
                mention.label(),
                mention.spans(),
                Map.of(),
                new Mention.Link(entity, confidence),
                List.of());
    }

    private static Claim withAttributes(Claim claim, Map<String, Object> attributes) {
        return new Claim(
                claim.id(),
                claim.content(),
                claim.cue(),
                claim.source(),
                List.of(),
                List.of(),
                List.of(),
                null,
                attributes,
                false,
                List.of());
    }

    private static Claim withParent(Claim claim, String parent) {
        return new Claim(
                claim.id(),
                claim.content(),
                claim.cue(),
                claim.source(),
                List.of(),
                List.of(),
                List.of(),
                parent,
                claim.attributes(),
                false,
                List.of());
    }

    private Claim filled(String id, List<String> sources, @Nullable String parent) {
        return new Claim(
                id,
                rain.content(),
                List.of(),
                sources.stream().map(TinyArticle::party).toList(),
                List.of(),
                List.of(),
                List.of(),
                parent,
                Map.of(),
                false,
                List.of());
    }

    private static Claim claim(
            String id, List<Span> cue, List<Span> content, @Nullable String parent, boolean implicit) {
        List<Span> words = cue.isEmpty() || !content.isEmpty() ? content : List.of(new Span(19, 23));
        return new Claim(
                id, words, cue, List.of(), List.of(), List.of(), List.of(), parent, Map.of(), implicit, List.of());
    }

    private static Relation between(
            String type, Kind fromKind, String from, Kind toKind, String to, @Nullable DocumentId document) {
        return new Relation("x", type, new Relation.End(fromKind, from, null), new Relation.End(toKind, to, document));
    }
}
