package dev.parley.agreement;

import dev.parley.agreement.AgreementReport.DocumentReport;
import dev.parley.agreement.AgreementReport.LabelReport;
import dev.parley.agreement.AgreementReport.LayerReport;
import dev.parley.agreement.AgreementReport.PairReport;
import dev.parley.agreement.LayerMeasures.Pair;
import dev.parley.scheme.Attribute;
import dev.parley.scheme.FrameLayer;
import dev.parley.scheme.FrameRole;
import dev.parley.scheme.Label;
import dev.parley.scheme.RelationType;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SpanLayer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the {@link AgreementReport} of some aligned documents. */
final class Reporter {

    private final Scheme scheme;
    private final List<Alignment> alignments;
    /** Those that at least two annotators handed in. */
    private final List<Alignment> comparable;

    private final List<Pair> pairs;

    Reporter(Scheme scheme, Collection<Alignment> alignments) {
        this.scheme = scheme;
        this.alignments = List.copyOf(alignments);
        this.comparable = this.alignments.stream()
                .filter(alignment -> alignment.annotators().size() > 1)
                .toList();
        this.pairs = comparable.stream()
                .flatMap(Reporter::pairs)
                .distinct()
                .sorted(Pair.BY_NAME)
                .toList();
    }

    private static Stream<Pair> pairs(Alignment alignment) {
        List<String> names = alignment.annotators();
        return names.stream()
                .flatMap(one ->
                        names.stream().filter(other -> one.compareTo(other) < 0).map(other -> new Pair(one, other)));
    }

    /** @param wanted tells the layers to report on */
    AgreementReport report(Predicate<String> wanted) {
        List<LayerReport> layers = new ArrayList<>();
        for (SpanLayer layer : scheme.spanLayers()) {
            if (wanted.test(layer.id())) {
                List<String> labels = layer.labels().stream().map(Label::id).toList();
                layers.add(report(layer.id(), labels, layer.attributes(), List.of()));
            }
        }
        scheme.frame()
                .filter(frame -> wanted.test(frame.id()))
                .map(this::report)
                .ifPresent(layers::add);
        if (!scheme.relations().isEmpty() && wanted.test(Alignment.RELATIONS)) {
            List<String> types =
                    scheme.relations().stream().map(RelationType::id).toList();
            layers.add(report(Alignment.RELATIONS, types, List.of(), List.of()));
        }
        return new AgreementReport(layers);
    }

    List<String> layers() {
        return report(layer -> true).layers().stream().map(LayerReport::layer).toList();
    }

    private LayerReport report(FrameLayer frame) {
        List<String> parts = frame.roles().stream()
                .map(FrameRole::id)
                .filter(role -> !role.equals("content"))
                .toList();
        return report(frame.id(), List.of(), frame.attributes(), parts);
    }

    private LayerReport report(String layer, List<String> labels, List<Attribute> attributes, List<String> parts) {
        LayerMeasures measures = new LayerMeasures(scheme, layer, labels);
        FoundMeasures found = new FoundMeasures(measures, scheme.match().threshold());
        List<Measure> wanted = new ArrayList<>(List.of(found.found(pairs)));
        if (!measures.isRelations()) {
            wanted.add(measures.boundary());
        }
        wanted.add(measures.labelAlpha());
        attributes.stream()
                .filter(Attribute::inAgreement)
                .map(attribute -> new AttributeMeasure(measures, attribute).over(comparable))
                .forEach(wanted::add);
        parts.stream().map(measures::part).forEach(wanted::add);
        return new LayerReport(
                layer,
                wanted.stream().map(this::overall).toList(),
                pairs.stream().map(pair -> report(pair, measures, found)).toList(),
                labels.stream()
                        .map(label -> report(label, labels, measures, found))
                        .toList(),
                comparable.stream()
                        .map(document -> report(document, measures, found))
                        .toList(),
                labels.isEmpty() ? Optional.empty() : Optional.of(confusion(labels, measures)));
    }

    /** With nothing to compare the reason is what is missing, not what could not be computed from nothing. */
    private Measured overall(Measure measure) {
        Measured measured = measure.over(comparable);
        boolean unlabelled = measured.outcome() instanceof Outcome.Undefined undefined
                && undefined.reason() == Outcome.Reason.NO_LABELS;
        return comparable.isEmpty() && !unlabelled ? measured.because(whyNothing()) : measured;
    }

    private Outcome.Reason whyNothing() {
        TreeSet<String> annotators = alignments.stream()
                .flatMap(alignment -> alignment.annotators().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return switch (annotators.size()) {
            case 0 -> Outcome.Reason.NO_DATA;
            case 1 -> Outcome.Reason.ONE_ANNOTATOR;
            default -> Outcome.Reason.NO_OVERLAP;
        };
    }

    private PairReport report(Pair pair, LayerMeasures measures, FoundMeasures found) {
        LayerMeasures ofPair = measures.between(pair);
        List<Measure> wanted = new ArrayList<>(List.of(found.found(List.of(pair))));
        if (!measures.isRelations()) {
            wanted.add(ofPair.boundary());
        }
        wanted.add(ofPair.labelAlpha());
        List<Alignment> shared = comparable.stream()
                .filter(alignment -> alignment.annotators().containsAll(List.of(pair.one(), pair.other())))
                .toList();
        return new PairReport(
                pair.one(),
                pair.other(),
                wanted.stream().map(measure -> measure.plainly(shared)).toList());
    }

    private LabelReport report(String label, List<String> labels, LayerMeasures measures, FoundMeasures found) {
        int marks = comparable.stream()
                .flatMap(measures::clusters)
                .flatMap(cluster -> cluster.annotations().stream())
                .mapToInt(member -> label.equals(LayerMeasures.label(member)) ? 1 : 0)
                .sum();
        Measure alpha = measures.labelAlpha(labels.indexOf(label));
        return new LabelReport(
                label, marks, List.of(found.found(pairs, label).over(comparable), alpha.over(comparable)));
    }

    private DocumentReport report(Alignment alignment, LayerMeasures measures, FoundMeasures found) {
        List<Alignment> alone = List.of(alignment);
        List<Measure> wanted =
                new ArrayList<>(List.of(found.found(pairs(alignment).toList())));
        if (!measures.isRelations()) {
            wanted.add(measures.boundary());
        }
        wanted.add(measures.labelAlpha());
        int disagreements = (int) measures.clusters(alignment)
                .filter(cluster -> Disagreements.in(alignment, cluster).isPresent())
                .count();
        return new DocumentReport(
                alignment.document().id(),
                alignment.annotators(),
                disagreements,
                wanted.stream().map(measure -> measure.plainly(alone)).toList());
    }

    private Coincidences<String> confusion(List<String> labels, LayerMeasures measures) {
        Measure alpha = measures.labelAlpha();
        double[] sums = new double[alpha.width()];
        comparable.forEach(alignment -> {
            double[] numbers = alpha.sample().apply(alignment).numbers();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += numbers[i];
            }
        });
        return LayerMeasures.matrix(labels, sums);
    }
}
