package dev.parley.exchange.foreign;

import dev.parley.annotation.Mention;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document as another tool wrote it: offsets in a unit nobody has checked yet.
 *
 * @param place where it stands in the file, for sentences such as "record 3"
 * @param name what to call it
 * @param declared the unit the file says it uses; absent if it does not
 */
record RawDocument(
        String place,
        String name,
        @Nullable String title,
        @Nullable String language,
        String text,
        @Nullable OffsetUnit declared,
        List<RawSet> sets) {

    RawDocument {
        sets = List.copyOf(sets);
    }

    /**
     * @param annotator as the file calls them; empty if it does not say
     */
    record RawSet(String annotator, List<RawMark> marks, List<Tie> ties) {

        RawSet {
            marks = List.copyOf(marks);
            ties = List.copyOf(ties);
        }
    }

    record RawMark(
            String id,
            String label,
            List<RawSpan> spans,
            Map<String, Object> attributes,
            Mention.@Nullable Link link,
            List<String> flags) {

        RawMark {
            spans = List.copyOf(spans);
            attributes = Map.copyOf(attributes);
            flags = List.copyOf(flags);
        }

        RawMark(String id, String label, RawSpan span) {
            this(id, label, List.of(span), Map.of(), null, List.of());
        }
    }

    /** @param quote the words the file says stand there; absent if it does not say */
    record RawSpan(int start, int end, @Nullable String quote) {}
}
