package dev.parley.annotation;

import static dev.parley.annotation.JsonCursor.quoted;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words what an edit did. */
final class EditWords {

    private EditWords() {}

    /** A command in words; of a deletion that cascades the deletion itself, which is its last edit, and how much went with it. */
    static String of(List<LogEntry> command, DocumentText text) {
        String words = of(command.getLast(), text);
        int others = command.size() - 1;
        return others == 0 ? words : words + " and took it out of " + (others == 1 ? "one other" : others + " others");
    }

    static String of(LogEntry entry, DocumentText text) {
        Annotation before = entry.valueBefore();
        Annotation after = entry.valueAfter();
        String verb = before == null ? "added" : after == null ? "removed" : "changed";
        return verb + " " + named(after == null ? before : after, text);
    }

    private static String named(@Nullable Annotation annotation, DocumentText text) {
        return switch (annotation) {
            case null -> "nothing";
            case Mention mention -> "%s %s".formatted(mention.label(), words(mention.spans(), text));
            case Claim claim when claim.content().isEmpty() -> "an implicit claim";
            case Claim claim -> "the claim " + words(claim.content(), text);
            case Relation relation -> "the relation " + relation.type();
        };
    }

    private static String words(List<Span> spans, DocumentText text) {
        return quoted(String.join(" … ", spans.stream().map(text::slice).toList()));
    }
}
