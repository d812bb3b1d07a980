package dev.parley.document.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file's text came about, so that nobody has to guess later.
 *
 * @param charset what the bytes were read as; absent where the format says so itself (PDF, DOCX)
 * @param madeByExtraction whether line ends and paragraphs are the extraction's work, not the author's
 * @param steps what was done, in order, one sentence each
 */
public record Provenance(@Nullable String charset, boolean madeByExtraction, List<String> steps) {

    public Provenance {
        steps = List.copyOf(steps);
    }

    /** The same with one more step at the end. */
    public Provenance with(String step) {
        List<String> more = new ArrayList<>(steps);
        more.add(step);
        return new Provenance(charset, madeByExtraction, more);
    }
}
