package dev.parley.exchange;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes a file name out of a project's name, in any script, without anything a file system minds. */
final class ExportFileName {

    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int LONGEST = 60;

    private ExportFileName() {}

    static String of(String projectName, ExportOptions options, Format format, LocalDate day) {
        String words = UNFIT.matcher(projectName.toLowerCase(Locale.ROOT)).replaceAll("-");
        String trimmed = words.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("^-|-$", "");
        String project = trimmed.isEmpty() ? "project" : trimmed;
        String sets = switch (options.sets()) {
            case Selection.All all -> "";
            case Selection.GoldOnly gold -> "-gold";
            case Selection.One one -> options.anonymous() ? "-one" : "-" + one.annotator();
        };
        return "%s%s-%s.%s".formatted(project, sets, day, format.extension());
    }
}
