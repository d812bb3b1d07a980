package dev.parley.exchange;

import dev.parley.adjudication.Question;
import dev.parley.discussion.CommentThread;
import dev.parley.document.Document.Segment;
import dev.parley.document.Span;
import dev.parley.exchange.Background.EarlierText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The files of a bundle that hold what stands behind the documents. They are the words of people, and texts; a bundle that
 * names nobody or has no texts does not have them, nor does one with the sets of some.
 */
final class BackgroundFiles {

    private final ExportSource source;
    private final Names names;
    private final boolean wanted;

    BackgroundFiles(ExportSource source, ExportOptions options, Names names) {
        this.source = source;
        this.names = names;
        this.wanted = options.text() && !options.anonymous() && options.sets() instanceof Selection.All;
    }

    private Background background() {
        return wanted ? source.background() : Background.NONE;
    }

    /** The texts that documents had before. */
    void writeRevisions(JsonGenerator json) {
        background().forEachEarlierText(earlier -> writeRevision(json, earlier));
    }

    private void writeRevision(JsonGenerator json, EarlierText earlier) {
        json.writeStartObject();
        json.writeStringProperty("document", earlier.revision().document().toString());
        json.writeNumberProperty("revision", earlier.revision().number());
        json.writeStringProperty("text", earlier.text());
        json.writeStringProperty("textSha256", earlier.revision().sha256());
        writeSegments(json, earlier.segments());
        var replaced = earlier.revision().replaced();
        if (replaced != null) {
            json.writeStringProperty("reason", replaced.reason());
            json.writeStringProperty("by", names.of(source.nameOf(replaced.by())));
            json.writeStringProperty("at", replaced.at().toString());
        }
        json.writeEndObject();
    }

    /** As a record has them. */
    static void writeSegments(JsonGenerator json, List<Segment> segments) {
        json.writeArrayPropertyStart("segments");
        for (Segment segment : segments) {
            json.writeStartObject();
            json.writeStringProperty("type", segment.type());
            writeOffsets(json, segment.span());
            Span repeated = segment.of();
            if (repeated != null) {
                json.writeObjectPropertyStart("of");
                writeOffsets(json, repeated);
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeOffsets(JsonGenerator json, Span span) {
        json.writeNumberProperty("start", span.start());
        json.writeNumberProperty("end", span.end());
    }

    /** What people said. */
    void writeThreads(JsonGenerator json) {
        background().forEachThread(thread -> writeThread(json, thread));
    }

    private void writeThread(JsonGenerator json, CommentThread thread) {
        json.writeStartObject();
        json.writeStringProperty("id", thread.id().toString());
        json.writeStringProperty("document", thread.document().toString());
        writeIfThere(json, "subject", thread.anchor().subject());
        Span span = thread.anchor().span();
        if (span != null) {
            json.writeObjectPropertyStart("span");
            writeOffsets(json, span);
            json.writeEndObject();
        }
        json.writeArrayPropertyStart("members");
        thread.members().stream().map(source::nameOf).map(names::of).sorted().forEach(json::writeString);
        json.writeEndArray();
        json.writeBooleanProperty("supervised", thread.supervised());
        json.writeArrayPropertyStart("comments");
        thread.comments().forEach(comment -> {
            json.writeStartObject();
            json.writeStringProperty("by", names.of(comment.author()));
            json.writeStringProperty("at", comment.at().toString());
            json.writeStringProperty("text", comment.text());
            json.writeEndObject();
        });
        json.writeEndArray();
        String resolver = thread.resolvedBy();
        if (resolver != null) {
            json.writeStringProperty("resolvedBy", names.of(resolver));
            json.writeStringProperty("resolvedAt", String.valueOf(thread.resolvedAt()));
        }
        json.writeEndObject();
    }

    /** What annotators were asked, and what they answered. */
    void writeQuestions(JsonGenerator json) {
        background().forEachQuestion(question -> writeQuestion(json, question));
    }

    private void writeQuestion(JsonGenerator json, Question question) {
        json.writeStartObject();
        json.writeStringProperty("id", question.id().toString());
        json.writeStringProperty("document", question.document().toString());
        json.writeStringProperty("disagreement", question.disagreement());
        json.writeStringProperty("text", question.text());
        json.writeStringProperty("by", names.of(source.nameOf(question.askedBy())));
        json.writeStringProperty("at", question.askedAt().toString());
        json.writeArrayPropertyStart("answers");
        question.answers().forEach(answer -> {
            json.writeStartObject();
            json.writeStringProperty("annotator", names.of(answer.by()));
            Question.Choice choice = answer.choice();
            if (choice != null) {
                json.writeStringProperty("choice", choice.name().toLowerCase(Locale.ROOT));
                writeIfThere(json, "version", answer.annotator() == null ? null : names.of(answer.annotator()));
                writeIfThere(json, "reason", answer.reason());
                writeIfThere(
                        json,
                        "at",
                        answer.answeredAt() == null ? null : answer.answeredAt().toString());
            }
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeIfThere(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
