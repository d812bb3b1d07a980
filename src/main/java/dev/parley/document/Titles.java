package dev.parley.document;

/** Names an article after its headline, or after how it begins. */
public final class Titles {

    /** A line longer than this is a paragraph. */
    static final int LONGEST_HEADLINE = 200;

    private static final int LONGEST_BEGINNING = 100;

    private Titles() {}

    /** 1 to 200 characters on one line; "Untitled" for a text in which nothing can be seen. */
    public static String of(String article) {
        String line = article.lines()
                .map(Titles::tidy)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        String headline = withoutMarks(line);
        if (headline.isEmpty()) {
            return "Untitled";
        }
        return headline.codePointCount(0, headline.length()) <= LONGEST_BEGINNING
                        || (headline.length() <= LONGEST_HEADLINE && isHeadline(headline))
                ? headline
                : beginning(headline);
    }

    /** Whether a line reads like a headline: short, and no sentence that ends in a full stop. */
    static boolean isHeadline(String line) {
        String tidy = tidy(line);
        return !tidy.isEmpty() && tidy.length() <= LONGEST_HEADLINE && !tidy.matches("(?s).*[.。۔](\"|”|’|»)?");
    }

    /** A way of crumbs before the headline, and Markdown's signs, are not part of it. */
    private static String withoutMarks(String line) {
        int crumb = line.lastIndexOf(" » ");
        String last = crumb >= 0 ? line.substring(crumb + 3) : line;
        String plain = last.replaceFirst("^#{1,6}\\s+", "").strip();
        return plain.isEmpty() ? line : plain;
    }

    private static String beginning(String line) {
        int cut = line.offsetByCodePoints(0, LONGEST_BEGINNING - 1);
        int space = line.lastIndexOf(' ', cut);
        return line.substring(0, space > cut / 2 ? space : cut) + "…";
    }

    private static String tidy(String line) {
        return line.replaceAll("[\\s\\u00A0\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+", " ")
                .strip();
    }
}
