package dev.parley.agreement;

import dev.parley.agreement.Disagreement.Version;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.document.Span;
import dev.parley.scheme.MatchRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which disagreements stand behind a figure: those, and only those, that would raise it if they were settled.
 *
 * @param measure as in {@link Measured#measure()}, with {@code attribute:level} for an attribute; any if absent
 * @param labels one label that somebody gave and somebody else did not, or two that were given to the same; any if empty
 * @param annotators whose versions are looked at; everybody's if empty
 */
public record Behind(@Nullable String measure, List<String> labels, Set<String> annotators) {

    private static final String LABEL = "label:";
    private static final String ANNOTATOR = "annotator:";

    public static final Behind ANYTHING = new Behind(null, List.of(), Set.of());

    public Behind {
        labels = List.copyOf(labels);
        annotators = Set.copyOf(annotators);
    }

    /**
     * Reads what {@link #written} wrote, as it stands in an address; what it does not know narrows to nothing.
     *
     * @param written such as {@code found-f1,label:ORG,annotator:ann}
     */
    public static Behind of(String written) {
        String measure = null;
        List<String> labels = new ArrayList<>();
        Set<String> annotators = new TreeSet<>();
        for (String word : written.split(",")) {
            if (word.startsWith(LABEL)) {
                labels.add(word.substring(LABEL.length()));
            } else if (word.startsWith(ANNOTATOR)) {
                annotators.add(word.substring(ANNOTATOR.length()));
            } else if (!word.isBlank()) {
                measure = word;
            }
        }
        return new Behind(measure, labels, annotators);
    }

    /** For an address. */
    public String written() {
        Stream<String> first = Stream.ofNullable(measure);
        Stream<String> rest = Stream.concat(
                labels.stream().map(LABEL::concat), annotators.stream().sorted().map(ANNOTATOR::concat));
        return Stream.concat(first, rest).collect(Collectors.joining(","));
    }

    public Behind measuredBy(String name) {
        return new Behind(name, labels, annotators);
    }

    public Behind withLabels(String... names) {
        return new Behind(measure, List.of(names), annotators);
    }

    public Behind among(Collection<String> names) {
        return new Behind(measure, labels, Set.copyOf(names));
    }

    public boolean includes(Disagreement disagreement) {
        List<Version> said = disagreement.versions().stream()
                .filter(version ->
                        annotators.isEmpty() || version.annotators().stream().anyMatch(annotators::contains))
                .toList();
        return said.size() > 1 && hasLabels(said) && lowers(disagreement, said);
    }

    private boolean hasLabels(List<Version> said) {
        Set<@Nullable String> given = new HashSet<>();
        said.forEach(version -> given.add(label(version)));
        return switch (labels.size()) {
            case 0 -> true;
            case 1 -> given.size() > 1 && given.contains(labels.getFirst());
            default -> given.containsAll(labels);
        };
    }

    private static @Nullable String label(Version version) {
        Annotation annotation = version.annotation();
        return annotation == null ? null : LayerMeasures.label(annotation);
    }

    private boolean lowers(Disagreement disagreement, List<Version> said) {
        List<Annotation> marked = new ArrayList<>();
        for (Version version : said) {
            Annotation annotation = version.annotation();
            if (annotation != null) {
                marked.add(annotation);
            }
        }
        boolean missing = marked.size() < said.size();
        return switch (measure) {
            case null -> true;
            case "found-f1" -> missing || isFarApart(marked, disagreement.match());
            case "boundary" -> differ(marked, Alignment::place);
            case "label-alpha",
                    "cu-alpha",
                    "gamma-cat",
                    "gamma-k",
                    "percent",
                    "cohen-kappa",
                    "scott-pi",
                    "fleiss-kappa",
                    "gwet-ac1",
                    "bennett-s" -> differ(marked, LayerMeasures::label);
            case "gamma", "exact-f1", "alpha-u", "u-alpha" ->
                missing || differ(marked, Alignment::place) || differ(marked, LayerMeasures::label);
            case "overlap-f1" -> missing || differ(marked, LayerMeasures::label);
            case "exact-unlabelled-f1", "u-alpha-relevance" -> missing || differ(marked, Alignment::place);
            case "overlap-unlabelled-f1" -> missing;
            case "aligned-f1", "strict-f1" -> true;
            case "link", "link-alpha", "link-coverage", "link-nil-alpha", "b-cubed", "ceaf-e", "lea" ->
                disagreement.aspects().contains(Shape.LINK) && marked.size() > 1;
            default -> disagreement.aspects().contains(measure.replaceFirst("-(f1|alpha)$", "")) && marked.size() > 1;
        };
    }

    private static boolean isFarApart(List<Annotation> marked, MatchRule match) {
        for (Annotation one : marked) {
            for (Annotation other : marked) {
                if (one != other
                        && !Objects.equals(found(one), found(other))
                        && Characters.iou(found(one), found(other)) < match.threshold()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What it is found by: a claim without content by its cue. */
    private static List<Span> found(Annotation annotation) {
        return annotation instanceof Claim claim && claim.content().isEmpty()
                ? claim.cue()
                : Alignment.place(annotation);
    }

    private interface Part {
        @Nullable
        Object of(Annotation annotation);
    }

    private static boolean differ(List<Annotation> marked, Part part) {
        Set<@Nullable Object> parts = new HashSet<>();
        marked.forEach(annotation -> parts.add(part.of(annotation)));
        return parts.size() > 1;
    }
}
