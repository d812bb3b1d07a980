package dev.parley.agreement.ui;

import dev.parley.agreement.Interval;
import dev.parley.agreement.Measured;
import dev.parley.agreement.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What measures are called and how their figures are written. */
final class MeasureWords {

    /** The figures everybody looks at, in their order. */
    static final List<String> FOUR = List.of("found-f1", "boundary", "label-alpha", "gamma");

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("found-f1", "Found the same"),
            Map.entry("boundary", "Same boundaries"),
            Map.entry("label-alpha", "Same label"),
            Map.entry("gamma", "Overall"),
            Map.entry("gamma-cat", "γcat"),
            Map.entry("gamma-k", "γ of the label"),
            Map.entry("exact-f1", "F1, same characters and label"),
            Map.entry("overlap-f1", "F1, common character, same label"),
            Map.entry("exact-unlabelled-f1", "F1, same characters"),
            Map.entry("overlap-unlabelled-f1", "F1, common character"),
            Map.entry("alpha-u", "α for units (2004)"),
            Map.entry("u-alpha", "uα"),
            Map.entry("u-alpha-relevance", "|uα"),
            Map.entry("cu-alpha", "cuα"),
            Map.entry("percent", "Labels, share of agreeing pairs"),
            Map.entry("bennett-s", "Labels, Bennett's S"),
            Map.entry("gwet-ac1", "Labels, Gwet's AC1"),
            Map.entry("fleiss-kappa", "Labels, Fleiss' κ"),
            Map.entry("cohen-kappa", "Labels, Cohen's κ"),
            Map.entry("scott-pi", "Labels, Scott's π"),
            Map.entry("link", "Same entity"),
            Map.entry("link-alpha", "Same entity, α"),
            Map.entry("link-coverage", "Both looked for an entity"),
            Map.entry("link-nil-alpha", "In the registry or not, α"),
            Map.entry("b-cubed", "Same groups of mentions, B³"),
            Map.entry("ceaf-e", "Same groups of mentions, CEAF-e"),
            Map.entry("lea", "Same groups of mentions, LEA"),
            Map.entry("aligned-f1", "F1, aligned ends"),
            Map.entry("strict-f1", "F1, same ends"),
            Map.entry("direction", "Same direction"));

    private MeasureWords() {}

    static String title(Measured measured) {
        return measured.measure().equals("attribute-alpha")
                ? "Same " + measured.how().getOrDefault("attribute", "attribute")
                : title(measured.measure());
    }

    static String title(String measure) {
        String title = TITLES.get(measure);
        if (title != null) {
            return title;
        }
        return measure.endsWith("-f1")
                ? "F1 of " + measure.replace("-f1", "")
                : measure.endsWith("-alpha")
                        ? "Same %s, α".formatted(measure.replace("-alpha", ""))
                        : "Same " + measure;
    }

    /** What everybody understands of the four. */
    static String explanation(String measure) {
        return switch (measure) {
            case "found-f1" -> "marked the same places, whatever they called them";
            case "boundary" -> "of what both marked, to the very character";
            case "label-alpha" -> "of what both marked, beyond chance";
            default -> "places and labels together, beyond chance";
        };
    }

    /** Whether a figure stands among those for experts. */
    static boolean isForExperts(Measured measured) {
        String name = measured.measure();
        return TITLES.containsKey(name) && !FOUR.contains(name) && !name.equals("link")
                || name.endsWith("-f1") && !name.equals("found-f1")
                || name.endsWith("-alpha") && !name.equals("label-alpha") && !name.equals("attribute-alpha");
    }

    /** The name the queue knows the figure by. */
    static String inQueue(Measured measured) {
        return measured.measure().equals("attribute-alpha")
                ? "attribute:" + measured.how().getOrDefault("attribute", "")
                : measured.measure();
    }

    static String figure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Value value -> two(value.value());
            case Outcome.Undefined ignored -> "–";
        };
    }

    static String interval(Optional<Interval> interval) {
        return interval.map(found -> "%s to %s".formatted(two(found.low()), two(found.high())))
                .orElse("");
    }

    static String count(Measured measured) {
        return "%d %s, %d %s"
                .formatted(
                        measured.documents(),
                        measured.documents() == 1 ? "document" : "documents",
                        measured.units(),
                        measured.how().getOrDefault("units", "units"));
    }

    /** A name for programs as people write it: {@code schemeVersion} is the scheme version. */
    static String spaced(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** Two digits: more would claim more than such figures know. */
    static String two(double value) {
        String written = String.format(Locale.ROOT, "%.2f", value);
        return written.equals("-0.00") ? "0.00" : written;
    }
}
