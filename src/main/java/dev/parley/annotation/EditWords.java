package dev.parley.annotation;

import static dev.parley.annotation.JsonCursor.quoted;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words what an edit did. */
final class EditWords {

    private EditWords() {}

    /**
     * A command in words: that of its last edit, and how much went with it. Of a deletion that cascades this is the
     * deletion itself; of many marks of the same words the words are said once.
     */
    static String of(List<LogEntry> command, DocumentText text) {
        String words = of(command.getLast(), text);
        int others = command.size() - 1;
        if (others == 0) {
            return words;
        }
        boolean allNew = command.stream().allMatch(entry -> entry.valueBefore() == null);
        if (allNew) {
            return "%s and %s".formatted(words, others == 1 ? "one more" : others + " more");
        }
        boolean hasDeletion = command.getLast().valueAfter() == null;
        return hasDeletion
                ? words + " and took it out of " + (others == 1 ? "one other" : others + " others")
                : words + " and " + (others == 1 ? "one other" : others + " others");
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
