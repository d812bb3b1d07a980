package dev.parley.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.scheme.Check.Severity;
import dev.parley.scheme.Condition;
import dev.parley.scheme.Scheme;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChecksTests {

    private static final TinyArticle ARTICLE = TinyArticle.of("Ada of Utopia said “rain will come” on Monday.");
    private static final Mention ADA = ARTICLE.mention("ada", "PERSON", "Ada");
    private static final Claim RAIN = ARTICLE.claim("rain", "ada", "said", "“rain will come”");

    @Test
    void findsNothingOpenButTheMissingLinkOfAName() {
        assertThat(open(TinyScheme.full(), ADA, RAIN))
                .containsExactly(new OpenCheck(
                        "link", Severity.WARN, "ada", "The mention “Ada” is not linked to the registry."));
    }

    @Test
    void asksForRequiredAttributesThatAreShownAndHaveNoDefault() {
        Mention utopia = ARTICLE.mention("utopia", "STATE", "Utopia");
        Claim bare = new Claim(
                "bare",
                RAIN.content(),
                List.of(),
                RAIN.source(),
                List.of(),
                List.of(),
                List.of(),
                null,
                Map.of(),
                false,
                List.of());

        assertThat(open(TinyScheme.full(), ADA, utopia, bare))
                .filteredOn(check -> check.severity() == Severity.ERROR)
                .extracting(OpenCheck::message)
                .containsExactly(
                        "The mention “Utopia” needs a value for use.",
                        "The claim ““rain will come”” needs a value for form.");
    }

    @Test
    void asksForRolesThatMustBeFilled() {
        assertThat(open(TinyScheme.full(), ARTICLE.claim("c", "", "", "rain")))
                .containsExactly(new OpenCheck("min", Severity.ERROR, "c", "The claim “rain” has no source."));
    }

    @Test
    void reportsWhatNoLongerFitsTheScheme() {
        assertThat(open(TinyScheme.withoutClaims(), RAIN))
                .extracting(OpenCheck::check, OpenCheck::severity)
                .containsExactly(tuple("scheme", Severity.ERROR));
    }

    @Test
    void appliesTheSchemesChecksToWhatTheyAreAbout() {
        Scheme scheme = TinyScheme.withChecks(
                TinyScheme.check("needs-cue", Severity.ERROR, null, new Condition.Min("claim.cue", 1)),
                TinyScheme.check(
                        "direct-is-quoted",
                        Severity.HINT,
                        new Condition.Is("claim.form", "direct"),
                        new Condition.StartsWith("claim.content", "quote-mark")));
        Claim uncued = ARTICLE.claim("c", "ada", "", "rain");

        assertThat(open(scheme, ADA, RAIN, uncued))
                .filteredOn(check -> !check.check().equals("link"))
                .containsExactly(new OpenCheck(
                        "needs-cue", Severity.ERROR, "c", "The claim “rain” fails the check “needs-cue”."));
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of(new Condition.Is("label", "PERSON"), ADA, true),
                Arguments.of(new Condition.Is("name.label", "STATE"), ADA, false),
                Arguments.of(new Condition.Is("claim.label", "PERSON"), ADA, false),
                Arguments.of(new Condition.Is("level", "NAM"), ADA, true),
                Arguments.of(new Condition.Exists("use", true), ADA, false),
                Arguments.of(new Condition.Exists("link", false), ADA, true),
                Arguments.of(new Condition.In("form", List.of("direct", "indirect")), RAIN, true),
                Arguments.of(new Condition.Exists("claim.source.link", true), RAIN, false),
                Arguments.of(
                        new Condition.Exists("claim.source.link", true),
                        ARTICLE.claim("c", "author", "", "rain"),
                        true),
                Arguments.of(new Condition.Is("source", "PERSON"), RAIN, true),
                Arguments.of(new Condition.Is("source", "author"), ARTICLE.claim("c", "author", "", "rain"), true),
                Arguments.of(new Condition.Min("source", 2), RAIN, false),
                Arguments.of(new Condition.StartsWith("content", "quote-mark"), RAIN, true),
                Arguments.of(new Condition.StartsWith("cue", "sa"), RAIN, true),
                Arguments.of(new Condition.Exists("parent", true), RAIN, false),
                Arguments.of(new Condition.Is("implicit", false), RAIN, true),
                Arguments.of(
                        new Condition.All(List.of(
                                new Condition.Is("act", "assert"),
                                new Condition.Not(new Condition.Is("form", "direct")))),
                        RAIN,
                        true),
                Arguments.of(
                        new Condition.Any(List.of(new Condition.Is("act", "deny"), new Condition.Is("form", "direct"))),
                        RAIN,
                        false));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void evaluatesConditions(Condition condition, Annotation annotation, boolean expected) {
        Conditions conditions = new Conditions(TinyScheme.full(), ARTICLE.text(), ARTICLE.index(ADA, RAIN));

        assertThat(conditions.holds(condition, annotation)).isEqualTo(expected);
    }

    private static List<OpenCheck> open(Scheme scheme, Annotation... annotations) {
        return Checks.of(scheme, ARTICLE.text(), ARTICLE.index(annotations), new NoSurroundings());
    }
}
