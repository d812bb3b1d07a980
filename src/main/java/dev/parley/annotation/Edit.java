package dev.parley.annotation;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.AnnotationJson.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that changes one annotation of a set. Its id is made by the client and applied once, ever: sending it again
 * changes nothing.
 */
public sealed interface Edit {

    String id();

    /** Id of the annotation it is about. */
    String target();

    Kind kind();

    /**
     * What it belongs to: edits that arrive together with the same group are taken back and brought back as one. Absent
     * for an edit that stands alone.
     */
    @Nullable
    String group();

    /**
     * Adds an annotation or replaces the one with the same id as a whole.
     *
     * @param quotes words the client read at the spans; the edit is refused where the text says otherwise
     */
    record Put(
            String id,
            Annotation value,
            List<Quote> quotes,
            @Nullable String group) implements Edit {

        public Put {
            quotes = List.copyOf(quotes);
        }

        public Put(String id, Annotation value) {
            this(id, value, List.of(), null);
        }

        @Override
        public String target() {
            return value.id();
        }

        @Override
        public Kind kind() {
            return value.kind();
        }
    }

    /**
     * Removes an annotation.
     *
     * @param cascade whether it is also taken out of the claims and relations that use it; refused otherwise if any does
     */
    record Delete(
            String id,
            Kind kind,
            String target,
            boolean cascade,
            @Nullable String group) implements Edit {

        public Delete(String id, Kind kind, String target, boolean cascade) {
            this(id, kind, target, cascade, null);
        }
    }
}
