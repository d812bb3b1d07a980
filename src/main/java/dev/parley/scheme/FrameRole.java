package dev.parley.scheme;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One part of a claim. The ids are those of the export record: {@code content}, {@code cue}, {@code source},
 * {@code addressee}, {@code target}, {@code via}, {@code parent}.
 *
 * @param name by language tag; the id is shown where empty
 * @param type what fills it
 * @param layer the layer of the mentions or claims that fill it; absent for spans
 * @param min fewest fillers, 0 or more
 * @param max most fillers, {@link Integer#MAX_VALUE} for "many"
 * @param labels mention labels that may fill it; any if empty
 * @param constants fillers that stand nowhere in the text: {@code author}, {@code outlet}, {@code unspecified}, {@code uncertain}
 * @param colour index of the hue, 1 to 12
 * @param allowEmptyAsImplicit whether the part may be missing if the claim says so
 * @param acyclic for a parent: no claim may be its own ancestor
 * @param inside for a parent: the role of the parent in which this claim must stand, such as {@code content}
 */
public record FrameRole(
        String id,
        Map<String, String> name,
        Type type,
        @Nullable String layer,
        int min,
        int max,
        List<String> labels,
        List<String> constants,
        @Nullable Integer colour,
        boolean allowEmptyAsImplicit,
        boolean acyclic,
        @Nullable String inside) {

    public enum Type {
        SPAN,
        MENTION,
        FRAME
    }
}
