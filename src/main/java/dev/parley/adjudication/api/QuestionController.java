package dev.parley.adjudication.api;

import static dev.parley.adjudication.api.DisagreementController.invalid;

import dev.parley.account.CurrentUser;
import dev.parley.adjudication.QuestionService;
import dev.parley.adjudication.QuestionService.Asked;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Disagreements given back to those concerned. */
@RestController
class QuestionController {

    private final QuestionService questions;
    private final CurrentUser currentUser;

    QuestionController(QuestionService questions, CurrentUser currentUser) {
        this.questions = questions;
        this.currentUser = currentUser;
    }

    record AskedJson(
            String id,
            String project,
            String document,
            String documentTitle,
            String words,
            String text,
            String state,
            Instant at) {

        static AskedJson of(Asked asked) {
            return new AskedJson(
                    asked.question().disagreement(),
                    asked.question().project().toString(),
                    asked.document().id().toString(),
                    asked.document().title(),
                    asked.words(),
                    asked.question().text(),
                    asked.answered() ? "answered" : "waiting",
                    asked.question().askedAt());
        }
    }

    record Questions(List<AskedJson> items, @Nullable String next) {}

    /** What waits for the caller's answer. */
    @GetMapping("/api/v1/me/questions")
    Questions mine(@RequestParam(required = false) @Nullable ProjectId project) {
        return new Questions(
                questions.waitingFor(currentUser.get()).stream()
                        .filter(asked ->
                                project == null || asked.question().project().equals(project))
                        .map(AskedJson::of)
                        .toList(),
                null);
    }

    /** What waits for annotators of a project, and what came back. */
    @GetMapping("/api/v1/projects/{project}/questions")
    Questions all(@PathVariable ProjectId project) {
        return new Questions(
                questions.of(currentUser.get(), project).stream()
                        .map(AskedJson::of)
                        .toList(),
                null);
    }

    /** Asks everybody who took part: {@code {text}}. */
    @PostMapping("/api/v1/disagreements/{id}/question")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body) {
        questions.ask(currentUser.get(), id, text(body, "text"));
    }

    @DeleteMapping("/api/v1/disagreements/{id}/question")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id) {
        questions.withdraw(currentUser.get(), id);
    }

    /** The case as one of those asked sees it. */
    @GetMapping("/api/v1/disagreements/{id}/question")
    CaseJson one(@PathVariable String id) {
        return CaseJson.of(questions.open(currentUser.get(), id));
    }

    /** The caller's answer: {@code {version, reason}}; no version for none of them. */
    @PostMapping("/api/v1/disagreements/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body) {
        questions.answer(currentUser.get(), id, version(body), text(body, "reason"));
    }

    private static String text(@Nullable JsonNode body, String field) {
        JsonNode node = body == null ? null : body.path(field);
        if (node == null || node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isString()) {
            throw invalid(field, "%s is a text, not %s.".formatted(field, node));
        }
        return node.stringValue();
    }

    private static @Nullable Integer version(@Nullable JsonNode body) {
        JsonNode node = body == null ? null : body.path("version");
        if (node == null || node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isInt()) {
            throw invalid("version", "version is a number from 0, not %s.".formatted(node));
        }
        return node.intValue();
    }
}
