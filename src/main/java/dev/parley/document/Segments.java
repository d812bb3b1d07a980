package dev.parley.document;

import dev.parley.document.Document.Segment;
import dev.parley.document.Lines.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks what nobody should annotate or count twice: the headline, what the site put around the article, and paragraphs
 * that stand there a second time. The rules only fire on whole lines that leave no doubt; the text keeps every word.
 */
final class Segments {

    static final String TITLE = "title";
    static final String BOILERPLATE = "boilerplate";
    static final String BYLINE = "byline";
    static final String DATELINE = "dateline";
    static final String DUPLICATE = "duplicate";

    /** Shorter lines repeat by chance. */
    private static final int SHORTEST_REPEAT = 40;

    private static final String CRUMB = " » ";
    private static final Pattern SITE = Pattern.compile(
            "(?i)(source\\s*:.{1,60}|related (news|articles|stories)|read (more|also)|leave a comment|most read|share this.{0,20})");
    private static final Pattern AUTHOR = Pattern.compile(
            "(By|BY|By:|Author:|Written by|Reporting by) \\p{Lu}[\\p{L}\\p{M}.’'-]*( [\\p{L}\\p{M}.,&’'-]+){0,8}");
    private static final Pattern POSTED = Pattern.compile("•\\s+.{1,40}");
    private static final String MONTH = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";
    private static final Pattern DATE = Pattern.compile(
            "(%s \\d{1,2},? \\d{4}|\\d{1,2} %<s,? \\d{4}|\\d{4}-\\d{2}-\\d{2})([ ,–-]+\\d{1,2}:\\d{2}.{0,10})?"
                    .formatted(MONTH));
    private static final Pattern AGENCY =
            Pattern.compile("\\p{Lu}{3}[\\p{Lu} .’'-]{0,30}(, .{1,20})?( \\([^)]{1,30}\\))? [-–—] ");

    private Segments() {}

    /** Segments of an article, by position. */
    static List<Segment> of(DocumentText article) {
        List<Line> lines =
                Lines.of(article).all().stream().filter(line -> !line.isBlank()).toList();
        List<Segment> segments = new ArrayList<>();
        Map<String, Span> seen = new HashMap<>();
        headline(lines, segments, seen);
        for (Line line : lines) {
            Span words = words(line);
            if (segments.stream().anyMatch(segment -> segment.span().overlap(words) > 0)) {
                continue;
            }
            String value = line.value().strip();
            Span first = seen.putIfAbsent(fold(value), words);
            if (first != null && value.length() >= SHORTEST_REPEAT) {
                segments.add(new Segment(DUPLICATE, words, first));
            } else if (SITE.matcher(fold(value)).matches()
                    || POSTED.matcher(fold(value)).matches()) {
                segments.add(new Segment(BOILERPLATE, words, null));
            } else if (AUTHOR.matcher(fold(value)).matches()) {
                segments.add(new Segment(BYLINE, words, null));
            } else if (DATE.matcher(fold(value)).matches()) {
                segments.add(new Segment(DATELINE, words, null));
            } else {
                agency(line).ifPresent(segments::add);
            }
        }
        segments.sort(Comparator.comparing(Segment::span));
        return segments;
    }

    /** The text without what the site put around it and what stands there twice. */
    static String withoutSite(DocumentText article, List<Segment> segments) {
        StringBuilder words = new StringBuilder();
        int from = 0;
        for (Segment segment : segments) {
            if (segment.type().equals(BOILERPLATE) || segment.type().equals(DUPLICATE)) {
                words.append(
                        article.value(),
                        article.toUtf16(from),
                        article.toUtf16(Math.max(from, segment.span().start())));
                words.append('\n');
                from = Math.max(from, segment.span().end());
            }
        }
        return words.append(article.value(), article.toUtf16(from), article.utf16())
                .toString();
    }

    /** The first line, if it reads like one and the body follows; without the crumbs that lead to it. */
    private static void headline(List<Line> lines, List<Segment> segments, Map<String, Span> seen) {
        if (lines.size() < 2 || !Titles.isHeadline(lines.getFirst().value())) {
            return;
        }
        Line first = lines.getFirst();
        int crumb = first.value().lastIndexOf(CRUMB);
        if (crumb < 0) {
            Span title = words(first);
            segments.add(new Segment(TITLE, title, null));
            seen.put(fold(first.value()), title);
            return;
        }
        int cut = first.start() + first.value().codePointCount(0, crumb + CRUMB.length());
        String headline = fold(first.value().substring(crumb + CRUMB.length()));
        Optional<Line> again = lines.stream()
                .skip(1)
                .filter(line -> fold(line.value()).equals(headline))
                .findFirst();
        if (again.isPresent()) {
            segments.add(new Segment(BOILERPLATE, words(first), null));
            segments.add(new Segment(TITLE, words(again.get()), null));
        } else if (cut < first.end()) {
            segments.add(new Segment(BOILERPLATE, new Span(first.start(), cut), null));
            segments.add(new Segment(TITLE, new Span(cut, first.end()), null));
        }
    }

    private static Optional<Segment> agency(Line line) {
        Matcher matcher = AGENCY.matcher(line.value());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        int length = line.value().codePointCount(0, matcher.end());
        return Optional.of(new Segment(DATELINE, new Span(line.start(), line.start() + length), null));
    }

    /** The line without blanks at either end. */
    private static Span words(Line line) {
        int[] points = line.value().codePoints().toArray();
        int start = 0;
        int end = points.length;
        while (isBlank(points[start])) {
            start++;
        }
        while (isBlank(points[end - 1])) {
            end--;
        }
        return new Span(line.start() + start, line.start() + end);
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String fold(String line) {
        return line.replace('\u00A0', ' ').strip();
    }
}
