package dev.parley.agreement;

import dev.parley.agreement.AgreementReport.Grouping;
import dev.parley.agreement.Measure.Sample;
import dev.parley.annotation.AnnotationSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Documents that were handed in about the same time, or read under the same version of the scheme or of the guidelines. */
final class Groups {

    private static final Duration THREE_MONTHS = Duration.ofDays(92);
    private static final int MONTH = "2026-11".length();

    private static final Measure SCHEMES = versions("scheme versions", set -> set.schemeVersion());
    private static final Measure GUIDELINES =
            versions("guideline versions", set -> Objects.requireNonNullElse(set.guidelineVersion(), 0));

    /** The lowest and the highest version that the sets of a document were made under; 0 stands for none. */
    private static Measure versions(String what, ToIntFunction<AnnotationSet> version) {
        return Measure.of(
                "versions",
                what,
                Map.of(),
                2,
                alignment -> {
                    int[] versions =
                            alignment.sets().stream().mapToInt(version).sorted().toArray();
                    return versions.length == 0
                            ? Sample.of(new double[2], 0)
                            : Sample.of(new double[] {versions[0], versions[versions.length - 1]}, 1);
                },
                sums -> Outcome.undefined(Outcome.Reason.NO_UNITS));
    }

    private Groups() {}

    static SortedMap<String, List<DocumentSamples>> by(Grouping grouping, List<DocumentSamples> documents) {
        SortedMap<String, List<DocumentSamples>> groups = new TreeMap<>();
        boolean byMonth = isLong(documents);
        for (DocumentSamples document : documents) {
            String name = switch (grouping) {
                case TIME -> time(document.handedIn(), byMonth);
                case SCHEME_VERSION -> range(SCHEMES, document);
                case GUIDELINE_VERSION -> range(GUIDELINES, document);
            };
            if (!name.isEmpty()) {
                groups.computeIfAbsent(name, ignored -> new ArrayList<>()).add(document);
            }
        }
        return groups.size() < 2 ? new TreeMap<>() : groups;
    }

    private static boolean isLong(List<DocumentSamples> documents) {
        List<Instant> times = new ArrayList<>();
        for (DocumentSamples document : documents) {
            Instant time = document.handedIn();
            if (time != null) {
                times.add(time);
            }
        }
        times.sort(null);
        return times.size() > 1
                && Duration.between(times.getFirst(), times.getLast()).compareTo(THREE_MONTHS) > 0;
    }

    private static String time(@Nullable Instant handedIn, boolean byMonth) {
        if (handedIn == null) {
            return "";
        }
        String day = handedIn.atZone(ZoneOffset.UTC).toLocalDate().toString();
        return byMonth ? day.substring(0, MONTH) : day;
    }

    /** Zero-padded, so that names sort like numbers. */
    private static String range(Measure versions, DocumentSamples document) {
        double[] range = versions.sums(List.of(document));
        int from = (int) range[0];
        int to = (int) range[1];
        if (to == 0) {
            return "";
        }
        return from == to
                ? "version %03d".formatted(from)
                : from == 0 ? "none and version %03d".formatted(to) : "versions %03d and %03d".formatted(from, to);
    }
}
