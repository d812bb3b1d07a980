package dev.parley.document;

import dev.parley.document.Document.Segment;
import dev.parley.document.Publication.Basis;
import dev.parley.document.extraction.Imprint;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells when an article was published: as the file says of itself, else as its line with the date says. A date without a
 * year is no date; guessing the year from a weekday has been wrong too often.
 */
final class Datelines {

    private static final String MONTH = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})\\b");
    private static final List<Pattern> WORDS = List.of(
            Pattern.compile("\\b" + MONTH + " (?<day>\\d{1,2}),? (?<year>\\d{4})\\b"),
            Pattern.compile("\\b(?<day>\\d{1,2})\\.? " + MONTH + ",? (?<year>\\d{4})\\b"));
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private Datelines() {}

    static Publication publication(Imprint said, DocumentText article, List<Segment> segments) {
        if (said.published() != null) {
            return new Publication(said.published(), Basis.METADATA, said.outlet(), said.byline(), said.url());
        }
        Optional<String> day = segments.stream()
                .filter(segment -> segment.type().equals(Segments.DATELINE))
                .map(segment -> day(article.slice(segment.span())))
                .flatMap(Optional::stream)
                .findFirst();
        return new Publication(
                day.orElse(null), day.isPresent() ? Basis.TEXT : null, said.outlet(), said.byline(), said.url());
    }

    /** The day a line names with its year. */
    static Optional<String> day(String line) {
        Matcher iso = ISO.matcher(line);
        if (iso.find()) {
            return date(iso.group(1));
        }
        String small = line.replace('\u00A0', ' ').toLowerCase(Locale.ROOT);
        for (Pattern pattern : WORDS) {
            Matcher words = pattern.matcher(small);
            if (words.find()) {
                return date("%s-%02d-%02d"
                        .formatted(
                                words.group("year"),
                                MONTHS.indexOf(words.group("month")) + 1,
                                Integer.parseInt(words.group("day"))));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> date(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso).toString());
        } catch (DateTimeException e) {
            // the 31st of February
            return Optional.empty();
        }
    }
}
