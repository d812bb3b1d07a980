package dev.parley.annotation;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.AnnotationJson.Quote;
import dev.parley.annotation.HistoryEntry.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that changes a set. Its id is made by the client and applied once, ever: sending it again changes nothing.
 */
public sealed interface Edit {

    String id();

    /**
     * Adds an annotation or replaces the one with the same id as a whole.
     *
     * @param quotes words the client read at the spans; the edit is refused where the text says otherwise
     * @param group what it belongs to: edits that arrive together with the same group are taken back and brought back as
     *     one; absent for an edit that stands alone
     * @param revision of the document's text it was made in; the edit is refused in another. Absent if the client does not
     *     say
     */
    record Put(
            String id,
            Annotation value,
            List<Quote> quotes,
            @Nullable String group,
            @Nullable Integer revision) implements Edit {

        public Put {
            quotes = List.copyOf(quotes);
        }

        public Put(String id, Annotation value) {
            this(id, value, List.of(), null, null);
        }

        /** Id of the annotation it is about. */
        public String target() {
            return value.id();
        }

        public Kind kind() {
            return value.kind();
        }
    }

    /**
     * Removes an annotation.
     *
     * @param target id of the annotation
     * @param cascade whether it is also taken out of the claims and relations that use it; refused otherwise if any does
     * @param group as in {@link Put}
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

    /**
     * Takes a command back or brings it back, for a client that made it while nothing could be asked. Refused if what the
     * command was about was changed again since.
     *
     * @param reason undo or redo
     * @param target id of an edit of the command
     */
    record Revert(String id, Reason reason, String target) implements Edit {

        public Revert {
            if (reason == Reason.EDIT) {
                throw new IllegalArgumentException("an edit takes nothing back");
            }
        }
    }
}
