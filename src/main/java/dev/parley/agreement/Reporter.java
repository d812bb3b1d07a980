package dev.parley.agreement;

import dev.parley.agreement.AgreementReport.DocumentReport;
import dev.parley.agreement.AgreementReport.GroupReport;
import dev.parley.agreement.AgreementReport.Grouping;
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
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the {@link AgreementReport} of some aligned documents. */
final class Reporter {

    private final Scheme scheme;
    private final List<DocumentSamples> documents;
    /** Those that at least two annotators handed in. */
    private final List<DocumentSamples> comparable;

    private final List<Pair> pairs;

    Reporter(Scheme scheme, Collection<DocumentSamples> documents) {
        this(
                scheme,
                documents,
                documents.stream()
                        .flatMap(Reporter::pairs)
                        .distinct()
                        .sorted(Pair.BY_NAME)
                        .toList());
    }

    private Reporter(Scheme scheme, Collection<DocumentSamples> documents, List<Pair> pairs) {
        this.scheme = scheme;
        this.documents = List.copyOf(documents);
        this.comparable = this.documents.stream()
                .filter(document -> document.annotators().size() > 1)
                .toList();
        this.pairs = pairs;
    }

    /**
     * Works out what each document adds, one after the other, so that only one alignment is held at a time.
     *
     * @param listener hears of each document that is done, and how many are
     */
    void prepare(Predicate<String> wanted, ObjIntConsumer<DocumentSamples> listener) {
        int done = 0;
        for (DocumentSamples document : comparable) {
            new Reporter(scheme, List.of(document), pairs).report(wanted);
            document.release();
            listener.accept(document, ++done);
        }
    }

    int comparable() {
        return comparable.size();
    }

    static Reporter of(Scheme scheme, Collection<Alignment> alignments) {
        return new Reporter(scheme, alignments.stream().map(DocumentSamples::of).toList());
    }

    private static Stream<Pair> pairs(DocumentSamples document) {
        List<String> names = document.annotators();
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
        FoundMeasures found = FoundMeasures.of(measures, scheme.match().threshold());
        List<Measure> wanted = wanted(measures, found, pairs);
        attributes.stream()
                .filter(Attribute::inAgreement)
                .map(attribute -> new AttributeMeasure(measures, attribute).over(comparable))
                .forEach(wanted::add);
        parts.stream().map(measures::part).forEach(wanted::add);
        wanted.addAll(forExperts(measures, parts));
        List<Measured> outcomes = wanted.stream().map(this::overall).toList();
        return new LayerReport(
                layer,
                outcomes,
                pairs.stream().map(pair -> report(pair, measures, found)).toList(),
                labels.stream()
                        .map(label -> report(label, labels, measures, found))
                        .toList(),
                comparable.stream()
                        .map(document -> report(document, measures, found))
                        .toList(),
                Stream.of(Grouping.values())
                        .flatMap(grouping -> report(grouping, measures, found))
                        .toList(),
                labels.isEmpty() ? Optional.empty() : Optional.of(confusion(labels, measures)));
    }

    /** The four figures everybody looks at, as far as the layer has them. */
    private static List<Measure> wanted(LayerMeasures measures, FoundMeasures found, List<Pair> pairs) {
        List<Measure> wanted = new ArrayList<>(List.of(found.found(pairs)));
        if (!measures.isRelations()) {
            wanted.add(measures.boundary());
        }
        wanted.add(measures.labelAlpha());
        return wanted;
    }

    private List<Measure> forExperts(LayerMeasures measures, List<String> parts) {
        List<Measure> experts = new ArrayList<>();
        if (measures.isRelations()) {
            experts.addAll(new RelationMeasures(measures, pairs).all());
        } else {
            GammaMeasures gamma = new GammaMeasures(measures);
            experts.add(gamma.gamma());
            if (!measures.isClaims()) {
                experts.add(gamma.labels());
            }
            FoundMeasures.strictAndLoose(measures).forEach(strict -> experts.add(strict.found(pairs)));
            experts.addAll(new UnitMeasures(measures).all());
        }
        if (measures.isClaims()) {
            experts.addAll(new ClaimMeasures(measures).all(parts, comparable));
        } else {
            experts.addAll(new LabelMeasures(measures, pairs).all());
        }
        if (!measures.isClaims() && !measures.isRelations()) {
            experts.addAll(new LinkMeasures(measures, pairs).all(comparable));
        }
        return experts;
    }

    private Stream<GroupReport> report(Grouping grouping, LayerMeasures measures, FoundMeasures found) {
        return Groups.by(grouping, comparable).entrySet().stream()
                .map(group -> new GroupReport(
                        grouping,
                        group.getKey(),
                        group.getValue().size(),
                        withGamma(measures, wanted(measures, found, pairs)).stream()
                                .map(measure -> measure.over(group.getValue()))
                                .toList()));
    }

    private static List<Measure> withGamma(LayerMeasures measures, List<Measure> wanted) {
        if (!measures.isRelations()) {
            wanted.add(new GammaMeasures(measures).gamma());
        }
        return wanted;
    }

    /** With nothing to compare the reason is what is missing, not what could not be computed from nothing. */
    private Measured overall(Measure measure) {
        Measured measured = measure.over(comparable);
        boolean unlabelled = measured.outcome() instanceof Outcome.Undefined undefined
                && undefined.reason() == Outcome.Reason.NO_LABELS;
        return comparable.isEmpty() && !unlabelled ? measured.because(whyNothing()) : measured;
    }

    private Outcome.Reason whyNothing() {
        TreeSet<String> annotators = documents.stream()
                .flatMap(document -> document.annotators().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return switch (annotators.size()) {
            case 0 -> Outcome.Reason.NO_DATA;
            case 1 -> Outcome.Reason.ONE_ANNOTATOR;
            default -> Outcome.Reason.NO_OVERLAP;
        };
    }

    private PairReport report(Pair pair, LayerMeasures measures, FoundMeasures found) {
        List<DocumentSamples> shared = comparable.stream()
                .filter(document -> document.annotators().containsAll(List.of(pair.one(), pair.other())))
                .toList();
        return new PairReport(
                pair.one(),
                pair.other(),
                wanted(measures.between(pair), found, List.of(pair)).stream()
                        .map(measure -> measure.over(shared))
                        .toList());
    }

    private LabelReport report(String label, List<String> labels, LayerMeasures measures, FoundMeasures found) {
        double marks = measures.marks().sums(comparable)[labels.indexOf(label)];
        List<Measure> wanted =
                new ArrayList<>(List.of(found.found(pairs, label), measures.labelAlpha(labels.indexOf(label))));
        if (!measures.isRelations()) {
            wanted.add(new GammaMeasures(measures).label(label));
        }
        return new LabelReport(
                label,
                (int) marks,
                wanted.stream().map(measure -> measure.over(comparable)).toList());
    }

    private DocumentReport report(DocumentSamples document, LayerMeasures measures, FoundMeasures found) {
        List<DocumentSamples> alone = List.of(document);
        return new DocumentReport(
                document.document(),
                document.annotators(),
                (int) measures.disagreements().sums(alone)[0],
                withGamma(measures, wanted(measures, found, pairs(document).toList())).stream()
                        .map(measure -> measure.plainly(alone))
                        .toList());
    }

    private Coincidences<String> confusion(List<String> labels, LayerMeasures measures) {
        return LayerMeasures.matrix(labels, measures.labelAlpha().sums(comparable));
    }
}
