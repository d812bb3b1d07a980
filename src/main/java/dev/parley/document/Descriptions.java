package dev.parley.document;

import dev.parley.document.Document.Segment;
import dev.parley.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether what somebody says about a document can be. */
final class Descriptions {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_URL = 2_000;
    private static final Pattern LINE = Pattern.compile("[^\\p{Cc}\\u2028\\u2029]*");
    private static final Pattern URL = Pattern.compile("https?://[^\\s\\p{Cc}\"<>]+");

    private Descriptions() {}

    static String title(String title) {
        String tidy = title.strip();
        if (tidy.isEmpty()) {
            throw ProblemException.invalid("title", "A title needs at least one character.");
        }
        return Objects.requireNonNull(line("title", tidy));
    }

    /** Blank means unknown. */
    static @Nullable String language(@Nullable String language) {
        if (language == null || language.isBlank()) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(language.strip()).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw ProblemException.invalid(
                    "language", "“%s” is no language tag such as “en” or “pt-BR”.".formatted(language));
        }
    }

    static Publication checked(Publication said) {
        String url = blankToNull(said.url());
        if (url != null && (url.length() > LONGEST_URL || !URL.matcher(url).matches())) {
            throw ProblemException.invalid(
                    "url", "“%s” is no address that begins with http:// or https://.".formatted(url));
        }
        String published = blankToNull(said.published());
        return new Publication(
                published == null ? null : date(published),
                published == null ? null : said.basis(),
                line("outlet", blankToNull(said.outlet())),
                line("byline", blankToNull(said.byline())),
                url);
    }

    /**
     * Details that somebody chose for an article.
     *
     * @throws ProblemException invalid, naming what cannot be
     */
    static ArticleDetails checked(ArticleDetails chosen, DocumentText article) {
        List<Segment> segments = chosen.segments().stream()
                .sorted(Comparator.comparing(Segment::span))
                .toList();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            String place = "from %d to %d"
                    .formatted(segment.span().start(), segment.span().end());
            if (!ArticleDetails.ROLES.contains(segment.type())) {
                throw ProblemException.invalid(
                        "segments",
                        "“%s” is no role of a segment; those are %s."
                                .formatted(segment.type(), String.join(", ", ArticleDetails.ROLES)));
            }
            if (!article.contains(segment.span())) {
                throw ProblemException.invalid("segments", "The segment %s ends after the article.".formatted(place));
            }
            if (i > 0 && segments.get(i - 1).span().overlap(segment.span()) > 0) {
                throw ProblemException.invalid(
                        "segments", "The segment %s overlaps the one before it.".formatted(place));
            }
        }
        return new ArticleDetails(
                title(chosen.title()), language(chosen.language()), checked(chosen.publication()), segments);
    }

    /** A day, a month or a year that exists. */
    static String date(String date) {
        try {
            switch (date.length()) {
                case 4 -> Integer.parseInt(date);
                case 7 -> YearMonth.parse(date);
                default -> LocalDate.parse(date);
            }
            return date;
        } catch (DateTimeException | NumberFormatException e) {
            throw ProblemException.invalid(
                    "published", "“%s” is no date such as 2031-05-03, 2031-05 or 2031.".formatted(date));
        }
    }

    private static @Nullable String line(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (value.codePointCount(0, value.length()) > LONGEST_LINE
                || !LINE.matcher(value).matches()) {
            throw ProblemException.invalid(
                    field,
                    "“%s” is one line of at most %d characters, not “%s”."
                            .formatted(field, LONGEST_LINE, value.substring(0, Math.min(value.length(), 40))));
        }
        return value;
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
