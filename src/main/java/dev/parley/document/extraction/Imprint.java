package dev.parley.document.extraction;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself. Nobody checked it; whoever settles the articles may correct it.
 *
 * @param title the headline
 * @param outlet who published it
 * @param byline who wrote it
 * @param published {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}, as precise as the file is
 * @param url where it was found; http or https
 * @param language BCP 47 tag
 */
public record Imprint(
        @Nullable String title,
        @Nullable String outlet,
        @Nullable String byline,
        @Nullable String published,
        @Nullable String url,
        @Nullable String language) {

    /** The file says nothing of itself. */
    public static final Imprint NONE = new Imprint(null, null, null, null, null, null);

    private static final int LONGEST = 200;
    private static final int LONGEST_URL = 2000;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cc}\\u00A0]+");
    private static final Pattern DATE = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern URL = Pattern.compile("https?://[^\\s\\p{Cc}\"<>]+");

    /** Whatever cannot be what it claims to be is as good as not said. */
    public Imprint {
        title = line(title);
        outlet = line(outlet);
        byline = line(byline);
        published = published != null && DATE.matcher(published).matches() ? published : null;
        url = url != null
                        && url.length() <= LONGEST_URL
                        && URL.matcher(url.strip()).matches()
                ? url.strip()
                : null;
        language = language != null && LANGUAGE.matcher(language.strip()).matches()
                ? java.util.Locale.forLanguageTag(language.strip()).toLanguageTag()
                : null;
    }

    /** The same of a page that says not itself where it was found. */
    Imprint from(String address) {
        return new Imprint(title, outlet, byline, published, url == null ? address : url, language);
    }

    /** The same of a page that somebody printed: the day is that of printing, so nothing is known of publication. */
    Imprint printed(@Nullable String address) {
        return new Imprint(title, outlet, byline, null, address, language);
    }

    private static @Nullable String line(@Nullable String value) {
        String tidy = value == null ? "" : SPACES.matcher(value).replaceAll(" ").strip();
        if (tidy.isEmpty()) {
            return null;
        }
        return tidy.codePointCount(0, tidy.length()) <= LONGEST
                ? tidy
                : tidy.substring(0, tidy.offsetByCodePoints(0, LONGEST));
    }
}
