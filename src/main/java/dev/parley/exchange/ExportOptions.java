package dev.parley.exchange;

import dev.parley.exchange.split.Part;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an export is asked to hold.
 *
 * @param sets whose work
 * @param drafts whether sets that are not handed in are written too
 * @param anonymous whether people are written as {@code u1}, {@code u2}…, and their notes and times are left out
 * @param text whether the articles' words are written; without them only offsets and hashes are
 * @param seconds whether it is told how long annotators took
 * @param split only the documents of this part; all if absent
 * @param only the documents it is narrowed to
 */
public record ExportOptions(
        Selection sets,
        boolean drafts,
        boolean anonymous,
        boolean text,
        boolean seconds,
        @Nullable Part split,
        Narrowing only) {

    public static final ExportOptions DEFAULT = new ExportOptions(new Selection.All(), false, false);

    /** With the text, without times, all documents. */
    public ExportOptions(Selection sets, boolean drafts, boolean anonymous) {
        this(sets, drafts, anonymous, true, false, null, Narrowing.NONE);
    }

    /** The same as a query of the HTTP call, in a fixed order, without what is usual. */
    public String query() {
        StringBuilder query = new StringBuilder("sets=").append(URLEncoder.encode(sets.id(), StandardCharsets.UTF_8));
        query.append(drafts ? "&drafts=true" : "").append(anonymous ? "&anonymous=true" : "");
        query.append(text ? "" : "&text=false").append(seconds ? "&seconds=true" : "");
        return query.append(split == null ? "" : "&split=" + split.id())
                .append(only.query())
                .toString();
    }

    /** What {@link #query} says. */
    public static ExportOptions of(String query) {
        Map<String, String> asked = new HashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            asked.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        String part = asked.get("split");
        return new ExportOptions(
                Selection.of(asked.getOrDefault("sets", "")),
                asked.containsKey("drafts"),
                asked.containsKey("anonymous"),
                !asked.containsKey("text"),
                asked.containsKey("seconds"),
                part == null ? null : Part.of(part),
                Narrowing.of(asked));
    }
}
