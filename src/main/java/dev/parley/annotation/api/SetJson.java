package dev.parley.annotation.api;

import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationJson;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.HistoryEntry;
import dev.parley.annotation.OpenCheck;
import dev.parley.annotation.Progress;
import dev.parley.annotation.SetChanges;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The answers of this package in the words of the HTTP contract. */
final class SetJson {

    private SetJson() {}

    /** @param revision of the document's text that the spans are in */
    record WholeSet(
            String annotator,
            String state,
            long sequence,
            int revision,
            int schemeVersion,
            Instant assignedAt,
            @Nullable Instant submittedAt,
            @Nullable Integer guidelineVersion,
            List<ObjectNode> mentions,
            List<ObjectNode> claims,
            List<ObjectNode> relations) {}

    record ChangedSet(
            String annotator,
            String state,
            long sequence,
            int revision,
            int schemeVersion,
            Instant assignedAt,
            @Nullable Instant submittedAt,
            List<ObjectNode> mentions,
            List<ObjectNode> claims,
            List<ObjectNode> relations,
            List<String> deleted) {}

    record Check(String check, String severity, String annotation, String message) {}

    record Submitted(String state, long sequence, @Nullable Instant submittedAt, List<Check> checks) {}

    record HistoryItem(
            long sequence,
            String id,
            String op,
            String kind,
            String target,
            @Nullable ObjectNode before,
            @Nullable ObjectNode after,
            String reason,
            long command,
            @Nullable Long reverts,
            Instant at,
            String words) {}

    record History(List<HistoryItem> items, @Nullable String next) {}

    static WholeSet of(AnnotationSet set, int revision) {
        return new WholeSet(
                set.annotator(),
                lower(set.state()),
                set.sequence(),
                revision,
                set.schemeVersion(),
                set.assignedAt(),
                set.submittedAt(),
                set.guidelineVersion(),
                json(set.mentions()),
                json(set.claims()),
                json(set.relations()));
    }

    static ChangedSet of(SetChanges changes, int revision) {
        AnnotationSet set = changes.set();
        return new ChangedSet(
                set.annotator(),
                lower(set.state()),
                set.sequence(),
                revision,
                set.schemeVersion(),
                set.assignedAt(),
                set.submittedAt(),
                json(set.mentions()),
                json(set.claims()),
                json(set.relations()),
                changes.deleted());
    }

    static List<Check> of(List<OpenCheck> open) {
        return open.stream()
                .map(check -> new Check(check.check(), lower(check.severity()), check.annotation(), check.message()))
                .toList();
    }

    static Submitted of(Progress progress, List<OpenCheck> open) {
        return new Submitted(lower(progress.state()), progress.sequence(), progress.submittedAt(), of(open));
    }

    static HistoryItem of(HistoryEntry entry) {
        return new HistoryItem(
                entry.sequence(),
                entry.id(),
                entry.after() == null ? "delete" : "put",
                lower(entry.kind()),
                entry.annotation(),
                json(entry.before()),
                json(entry.after()),
                lower(entry.reason()),
                entry.command(),
                entry.reverts(),
                entry.at(),
                entry.words());
    }

    private static List<ObjectNode> json(List<? extends Annotation> annotations) {
        return annotations.stream().map(AnnotationJson::write).toList();
    }

    private static @Nullable ObjectNode json(@Nullable Annotation annotation) {
        return annotation == null ? null : AnnotationJson.write(annotation);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
