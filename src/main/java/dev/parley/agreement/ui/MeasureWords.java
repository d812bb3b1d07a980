package dev.parley.agreement.ui;

import dev.parley.agreement.Cause;
import dev.parley.agreement.Interval;
import dev.parley.agreement.Measured;
import dev.parley.agreement.Outcome;
import java.util.Locale;
import java.util.Optional;

/** What measures are called and how their figures are written. */
final class MeasureWords {

    private MeasureWords() {}

    static String title(Measured measured) {
        return switch (measured.measure()) {
            case "found-f1" -> "Found the same";
            case "boundary" -> "Same boundaries";
            case "label-alpha" -> "Same label";
            case "attribute-alpha" -> "Same " + measured.how().getOrDefault("attribute", "attribute");
            default -> "Same " + measured.measure();
        };
    }

    /** The disagreements behind a figure. */
    static Cause cause(Measured measured) {
        return switch (measured.measure()) {
            case "found-f1" -> Cause.MISSING;
            case "boundary" -> Cause.BOUNDARY;
            case "label-alpha" -> Cause.LABEL;
            case "attribute-alpha" -> Cause.ATTRIBUTE;
            default -> Cause.PART;
        };
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

    /** Two digits: more would claim more than such figures know. */
    private static String two(double value) {
        String written = String.format(Locale.ROOT, "%.2f", value);
        return written.equals("-0.00") ? "0.00" : written;
    }
}
