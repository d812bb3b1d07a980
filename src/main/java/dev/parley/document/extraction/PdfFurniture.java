package dev.parley.document.extraction;

import dev.parley.document.extraction.PdfLayout.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the top and foot of pages and is not part of the text: page numbers, running heads, and the lines that a
 * browser adds to a page it prints.
 *
 * @param lines how many lines were left out
 * @param printed whether a browser printed it, on a day that is not the article's
 * @param address where the browser had the page from; null if it does not say
 */
record PdfFurniture(int lines, boolean printed, @Nullable String address) {

    private static final int EDGE = 2;

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-–—|\\s]*((page|seite|p\\.|صفحه)\\s*)?\\p{Nd}{1,4}(\\s*(/|of|von)\\s*\\p{Nd}{1,4})?[-–—|\\s]*",
            Pattern.CASE_INSENSITIVE);

    /** Day, time and title above, as in "5/3/31, 8:05 PM The bridge opens". */
    private static final Pattern PRINTED_HEAD = Pattern.compile(
            "(.* )?\\p{Nd}{1,4}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{1,4},? \\p{Nd}{1,2}:\\p{Nd}{2}(\\P{L}*[AaPp]\\.?[Mm]\\.?)?( .*)?");

    /** Address and page below. */
    private static final Pattern PRINTED_FOOT =
            Pattern.compile("(?:\\p{Nd}+ ?/ ?\\p{Nd}+ )?((?:https?|file)://\\S+)(?: \\p{Nd}+ ?/ ?\\p{Nd}+)?");

    /** Takes it out of the rows of each page. */
    static PdfFurniture takenOutOf(List<List<Row>> pages) {
        int before = count(pages);
        String address = printedAddress(pages);
        if (address != null) {
            pages.forEach(PdfFurniture::withoutPrinted);
        }
        if (pages.size() > 1) {
            withoutRepeated(pages);
        }
        boolean onTheWeb = address != null && address.startsWith("http");
        return new PdfFurniture(before - count(pages), address != null, onTheWeb ? address : null);
    }

    private static int count(List<List<Row>> pages) {
        return pages.stream().mapToInt(List::size).sum();
    }

    /** The address that stands at the foot of every page below a printed head; null if there is none. */
    private static @Nullable String printedAddress(List<List<Row>> pages) {
        Set<String> addresses = new HashSet<>();
        for (List<Row> page : pages) {
            Matcher foot =
                    page.isEmpty() ? null : PRINTED_FOOT.matcher(page.getLast().text());
            if (foot == null
                    || !foot.matches()
                    || !PRINTED_HEAD.matcher(page.getFirst().text()).matches()) {
                return null;
            }
            addresses.add(foot.group(1));
        }
        return addresses.size() == 1 ? addresses.iterator().next() : null;
    }

    private static void withoutPrinted(List<Row> page) {
        page.removeLast();
        if (!page.isEmpty()) {
            page.removeFirst();
        }
    }

    private static void withoutRepeated(List<List<Row>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<Row> page : pages) {
            edges(page).stream()
                    .map(PdfFurniture::shape)
                    .distinct()
                    .forEach(shape -> counts.merge(shape, 1, Integer::sum));
        }
        for (List<Row> page : pages) {
            List<Row> edges = edges(page);
            page.removeIf(row -> edges.contains(row)
                    && (PAGE_NUMBER.matcher(row.text()).matches()
                            || (pages.size() > 2 && counts.getOrDefault(shape(row), 0) * 2 > pages.size())));
        }
    }

    private static List<Row> edges(List<Row> page) {
        List<Row> edges = new ArrayList<>(page.subList(0, Math.min(EDGE, page.size())));
        edges.addAll(page.subList(Math.max(edges.size(), page.size() - EDGE), page.size()));
        return edges;
    }

    /** What stays the same from page to page though the numbers change. */
    private static String shape(Row row) {
        return row.text().toLowerCase(Locale.ROOT).replaceAll("\\p{Nd}+", "#");
    }
}
