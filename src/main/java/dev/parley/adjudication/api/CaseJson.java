package dev.parley.adjudication.api;

import dev.parley.adjudication.DecisionCase;
import dev.parley.adjudication.DecisionCase.Paragraph;
import dev.parley.adjudication.DecisionCase.Side;
import dev.parley.adjudication.Question;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationJson;
import dev.parley.document.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One disagreement with all that is needed to settle it: nothing more has to be fetched to show it but the document's
 * text. References inside annotations are ids of the gold set, so that parts of different versions go together.
 *
 * @param title the cause in words
 * @param layer its name
 * @param aspects what the versions differ in, with the words for it
 * @param alternatives what nobody said and may be said instead, by aspect; not for those who only answer
 * @param people what annotators are called, by the names the sides have for them
 * @param state open, waiting or decided
 */
record CaseJson(
        String id,
        String project,
        String document,
        String documentTitle,
        String cause,
        String title,
        String layer,
        Map<String, String> aspects,
        Map<String, List<AlternativeJson>> alternatives,
        Span about,
        List<SideJson> sides,
        Map<String, String> people,
        @Nullable GuidelineJson guideline,
        @Nullable QuestionJson question,
        @Nullable String decided,
        String state) {

    record AlternativeJson(String name, JsonNode annotation) {

        static AlternativeJson of(DecisionCase.Alternative alternative) {
            return new AlternativeJson(alternative.name(), AnnotationJson.write(alternative.annotation()));
        }
    }

    /** @param kind mention, claim or relation; absent for those who marked nothing, and so is the annotation */
    record SideJson(
            List<String> annotators,
            @Nullable String kind,
            @Nullable JsonNode annotation,
            List<JsonNode> mentions,
            List<JsonNode> claims,
            List<DecisionCase.Line> lines) {

        static SideJson of(Side side) {
            Optional<Annotation> annotation = Optional.ofNullable(side.annotation());
            return new SideJson(
                    side.annotators(),
                    annotation
                            .map(one -> one.kind().name().toLowerCase(Locale.ROOT))
                            .orElse(null),
                    annotation.map(AnnotationJson::write).orElse(null),
                    json(side.mentions()),
                    json(side.claims()),
                    side.lines());
        }

        private static List<JsonNode> json(Collection<? extends Annotation> annotations) {
            return annotations.stream().<JsonNode>map(AnnotationJson::write).toList();
        }
    }

    /** @param html with nothing in it that runs */
    record GuidelineJson(int version, String title, String anchor, String html) {}

    /** @param version number of the version they hold right now, from 0; absent unless they changed to one */
    record AnswerJson(
            String annotator,
            @Nullable String choice,
            @Nullable Integer version,
            @Nullable String reason,
            @Nullable Instant at) {}

    record QuestionJson(String text, Instant at, boolean answered, List<AnswerJson> answers) {

        static QuestionJson of(Question question, DecisionCase asked) {
            return new QuestionJson(
                    question.text(),
                    question.askedAt(),
                    question.isAnswered(),
                    question.answers().stream()
                            .map(answer -> new AnswerJson(
                                    answer.by(),
                                    Optional.ofNullable(answer.choice())
                                            .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                            .orElse(null),
                                    versionOf(answer.annotator(), asked),
                                    answer.reason(),
                                    answer.answeredAt()))
                            .toList());
        }

        private static @Nullable Integer versionOf(@Nullable String annotator, DecisionCase asked) {
            for (int i = 0; i < asked.sides().size(); i++) {
                if (annotator != null && asked.sides().get(i).annotators().contains(annotator)) {
                    return i;
                }
            }
            return null;
        }
    }

    static CaseJson of(DecisionCase shown) {
        boolean waiting = shown.question().filter(asked -> !asked.isAnswered()).isPresent();
        return new CaseJson(
                shown.disagreement().id(),
                shown.document().project().toString(),
                shown.document().id().toString(),
                shown.document().title(),
                shown.disagreement().cause().wire(),
                shown.disagreement().cause().title(),
                shown.layer(),
                shown.aspects(),
                alternatives(shown),
                shown.about(),
                shown.sides().stream().map(SideJson::of).toList(),
                shown.people(),
                shown.guideline().map(CaseJson::guideline).orElse(null),
                shown.question().map(asked -> QuestionJson.of(asked, shown)).orElse(null),
                shown.decision()
                        .map(decision -> decision.outcome().name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                shown.decision().isPresent() ? "decided" : waiting ? "waiting" : "open");
    }

    private static Map<String, List<AlternativeJson>> alternatives(DecisionCase shown) {
        Map<String, List<AlternativeJson>> alternatives = new LinkedHashMap<>();
        shown.alternatives()
                .forEach((aspect, others) -> alternatives.put(
                        aspect, others.stream().map(AlternativeJson::of).toList()));
        return alternatives;
    }

    private static GuidelineJson guideline(Paragraph paragraph) {
        return new GuidelineJson(
                paragraph.version(),
                paragraph.section().title(),
                paragraph.section().anchor(),
                paragraph.section().html());
    }
}
