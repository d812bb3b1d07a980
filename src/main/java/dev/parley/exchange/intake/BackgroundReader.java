package dev.parley.exchange.intake;

import dev.parley.account.User;
import dev.parley.adjudication.Question;
import dev.parley.adjudication.Question.Answer;
import dev.parley.discussion.Anchor;
import dev.parley.discussion.ThreadImport;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentText;
import dev.parley.document.Revision.Replaced;
import dev.parley.document.RevisionImport.Earlier;
import dev.parley.document.Span;
import dev.parley.document.TextImport;
import dev.parley.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Restores what stands behind the documents: the texts they had, what people said, what annotators were asked. */
final class BackgroundReader {

    private static final String REVISIONS = "revisions.jsonl";
    private static final String THREADS = "threads.jsonl";
    private static final String QUESTIONS = "questions.jsonl";

    private final Shared shared;
    /** The earlier texts of the document that is being read of. */
    private final List<Earlier> earlier = new ArrayList<>();

    private String earlierOf = "";

    BackgroundReader(Shared shared) {
        this.shared = shared;
    }

    void run() {
        shared.bundle().lines(REVISIONS, this::restoreRevision);
        takeEarlier();
        shared.bundle().lines(THREADS, this::restoreThread);
        shared.bundle().lines(QUESTIONS, this::restoreQuestion);
    }

    /** Revisions stand by document, oldest first. */
    private void restoreRevision(JsonNode told) {
        String id = told.path("document").asString("");
        if (!id.equals(earlierOf)) {
            takeEarlier();
            earlierOf = id;
        }
        String place = "%s, document %s, revision %s".formatted(REVISIONS, id, told.path("revision"));
        DocumentText text = TextImport.readable(place, told.path("text").asString(""));
        if (!text.sha256().equals(told.path("textSha256").asString(""))) {
            throw ProblemException.invalid(
                    "%s: the text is not the one its hash tells of. Nothing was imported.".formatted(place));
        }
        earlier.add(new Earlier(
                text,
                BundleValues.segments(told),
                new Replaced(told.path("reason").asString(""), who(told, "by").id(), at(told, "at"))));
    }

    private void takeEarlier() {
        DocumentId document = shared.documents().get(earlierOf);
        if (!earlier.isEmpty()
                && (document == null
                        || !shared.services().revisions().take(shared.actor(), document, List.copyOf(earlier)))) {
            shared.losses().add("earlier texts of documents that have their own here", earlier.size(), earlierOf);
        }
        earlier.clear();
    }

    private void restoreThread(JsonNode told) {
        String place = "%s, thread %s".formatted(THREADS, told.path("id").asString(""));
        String id = told.path("document").asString("");
        DocumentId document = require(place, id);
        String subject = told.path("subject").isString() ? told.get("subject").asString() : null;
        Set<dev.parley.account.UserId> members = new HashSet<>();
        told.path("members")
                .forEach(member ->
                        members.add(shared.people().account(member.asString("")).id()));
        List<ThreadImport.Said> comments = told.path("comments")
                .valueStream()
                .map(said -> new ThreadImport.Said(
                        who(said, "by").id(), said.path("text").asString(""), at(said, "at")))
                .toList();
        boolean resolved = told.path("resolvedBy").isString();
        shared.services()
                .threads()
                .take(
                        shared.actor(),
                        document,
                        new ThreadImport.Told(
                                BundleValues.uuid(told.path("id").asString("")),
                                new Anchor(
                                        subject == null ? null : subject.replace(id, document.toString()),
                                        span(place, told.path("span"))),
                                members,
                                told.path("supervised").asBoolean(false),
                                comments,
                                resolved ? who(told, "resolvedBy").id() : null,
                                resolved ? at(told, "resolvedAt") : null));
    }

    private void restoreQuestion(JsonNode told) {
        String id = told.path("document").asString("");
        String disagreement = told.path("disagreement").asString("");
        DocumentId document = require("%s, question %s".formatted(QUESTIONS, disagreement), id);
        List<Answer> answers = told.path("answers")
                .valueStream()
                .map(answer -> answer(answer, disagreement))
                .toList();
        Question question = new Question(
                Objects.requireNonNullElseGet(BundleValues.uuid(told.path("id").asString("")), UUID::randomUUID),
                shared.project(),
                document,
                disagreement.replace(id, document.toString()),
                told.path("text").asString(""),
                who(told, "by").id(),
                at(told, "at"),
                answers);
        if (!shared.services().questions().take(shared.actor(), question)) {
            shared.losses().add("questions that fit no disagreement of the sets in the bundle", disagreement);
        }
    }

    private Answer answer(JsonNode told, String disagreement) {
        User annotator = who(told, "annotator");
        if (!told.path("choice").isString()) {
            return new Answer(annotator.id(), annotator.name(), null, null, null, null);
        }
        try {
            return new Answer(
                    annotator.id(),
                    annotator.name(),
                    Question.Choice.valueOf(told.get("choice").asString().toUpperCase(Locale.ROOT)),
                    told.path("version").isString() ? who(told, "version").name() : null,
                    told.path("reason").isString() ? told.get("reason").asString() : null,
                    at(told, "at"));
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.invalid("%s, question %s: %s is not known. Nothing was imported."
                    .formatted(QUESTIONS, disagreement, told.get("choice")));
        }
    }

    private DocumentId require(String place, String id) {
        DocumentId document = shared.documents().get(id);
        if (document == null) {
            throw ProblemException.invalid(
                    "%s: the document %s is not in the shared.bundle(). Nothing was imported.".formatted(place, id));
        }
        return document;
    }

    private static @Nullable Span span(String place, JsonNode told) {
        if (!told.isObject()) {
            return null;
        }
        int start = told.path("start").asInt(-1);
        int end = told.path("end").asInt(-1);
        if (start < 0 || end <= start) {
            throw ProblemException.invalid(
                    "%s: the span [%d, %d) is none. Nothing was imported.".formatted(place, start, end));
        }
        return new Span(start, end);
    }

    private User who(JsonNode told, String field) {
        return shared.people().account(told.path(field).asString(""));
    }

    private Instant at(JsonNode told, String field) {
        Instant at = BundleValues.instant(told.path(field));
        return at == null ? BundleValues.instantOf(shared.bundle().manifest()) : at;
    }
}
