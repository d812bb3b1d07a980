package dev.parley.agreement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import dev.parley.agreement.AgreementReport.DocumentReport;
import dev.parley.agreement.AgreementReport.GroupReport;
import dev.parley.agreement.AgreementReport.Grouping;
import dev.parley.agreement.AgreementReport.LabelReport;
import dev.parley.agreement.AgreementReport.LayerReport;
import dev.parley.agreement.AgreementReport.PairReport;
import dev.parley.agreement.Coincidences;
import dev.parley.agreement.Measured;
import dev.parley.agreement.Outcome;
import dev.parley.document.DocumentId;
import dev.parley.page.Note;
import dev.parley.page.PlainTable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One layer's four figures, and behind them who with whom, which label, which document, when. */
final class LayerSection extends Div {

    private static final int MOST_ROWS = 200;

    private final Map<String, Double> targets;
    private final Map<String, String> people;
    private final Optional<QueueLink> queue;

    /**
     * @param targets by measure
     * @param people what annotators are called, by sign-in name
     * @param titles of documents, by their ids
     * @param queue absent for those who may not settle disagreements
     * @param label the only one to show; all if absent
     */
    LayerSection(
            LayerReport report,
            Map<String, Double> targets,
            Map<String, String> people,
            Function<Collection<DocumentId>, Map<DocumentId, String>> titles,
            Optional<QueueLink> queue,
            @Nullable String label) {
        this.targets = targets;
        this.people = people;
        this.queue = label == null
                ? queue
                : queue.map(link -> link.with(link.figure().withLabels(label)));
        addClassName("agreement-layer");
        add(tiles(report));
        if (report.outcomes().stream().anyMatch(measured -> measured.how().containsKey("note"))) {
            add(new Note("Intervals over fewer than ten documents say little: too few documents to judge."));
        }
        List<Measured> details = report.outcomes().stream()
                .filter(measured -> !MeasureWords.FOUR.contains(measured.measure()))
                .filter(measured -> !MeasureWords.isForExperts(measured))
                .toList();
        fold("Part by part", details, FigureTable.list("Agreement on attributes and parts", details, this.queue));
        fold("Who with whom", report.pairs(), pairs(report.pairs()));
        List<LabelReport> labels = report.labels().stream()
                .filter(found -> label == null || found.label().equals(label))
                .toList();
        fold("Label by label", labels, labels(labels));
        report.confusion().ifPresent(found -> fold("Which label for which", report.labels(), confusion(found)));
        fold("Document by document", report.documents(), documents(report.documents(), titles));
        List<GroupReport> times = groups(report, Grouping.TIME);
        fold("Over time", times, overTime(times));
        List<GroupReport> versions = groups(report, Grouping.SCHEME_VERSION);
        fold("By version of the scheme", versions, groups("Version", versions));
        List<GroupReport> guidelines = groups(report, Grouping.GUIDELINE_VERSION);
        fold("By version of the guidelines", guidelines, groups("Version", guidelines));
        List<Measured> experts =
                report.outcomes().stream().filter(MeasureWords::isForExperts).toList();
        fold("For experts", experts, FigureTable.list("Further coefficients", experts, this.queue));
    }

    private void fold(String title, List<?> rows, Component content) {
        if (!rows.isEmpty()) {
            add(new NativeDetails(title, content));
        }
    }

    private Component tiles(LayerReport report) {
        Div tiles = new Div();
        tiles.addClassName("figure-tiles");
        MeasureWords.FOUR.forEach(name -> report.outcomes().stream()
                .filter(measured -> measured.measure().equals(name))
                .filter(FigureTable::isWorthShowing)
                .forEach(measured -> tiles.add(new FigureTile(measured, targets.get(name), queue))));
        return tiles;
    }

    private Component pairs(List<PairReport> pairs) {
        List<String> names = List.copyOf(pairs.stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .collect(Collectors.toCollection(TreeSet::new)));
        Div matrices = new Div();
        matrices.addClassName("matrices");
        if (names.size() > 2) {
            pairs.getFirst().outcomes().stream()
                    .filter(FigureTable::isWorthShowing)
                    .map(Measured::measure)
                    .forEach(measure -> matrices.add(matrix(measure, names, pairs)));
        }
        PlainTable table = FigureTable.cross(
                "Agreement of pairs",
                "Pair",
                pairs,
                PairReport::outcomes,
                pair -> new Span("%s and %s".formatted(called(pair.one()), called(pair.other()))),
                this::queue);
        return new Div(matrices, table);
    }

    private Optional<QueueLink> queue(PairReport pair) {
        return queue.map(link -> link.with(link.figure().among(List.of(pair.one(), pair.other()))));
    }

    private String called(String annotator) {
        return people.getOrDefault(annotator, annotator);
    }

    private Component matrix(String measure, List<String> names, List<PairReport> pairs) {
        PlainTable table = TintedTable.of(
                "Pairs",
                "",
                names.stream().map(this::called).toList(),
                (row, column) -> pairs.stream()
                        .filter(pair -> List.of(pair.one(), pair.other()).contains(names.get(row))
                                && List.of(pair.one(), pair.other()).contains(names.get(column))
                                && row != column)
                        .flatMap(pair -> pair.outcomes().stream())
                        .filter(measured -> measured.measure().equals(measure))
                        .map(measured -> new TintedTable.Cell(
                                new Span(MeasureWords.figure(measured.outcome())),
                                Math.max(0, measured.outcome().orNaN())))
                        .findFirst()
                        .orElseGet(TintedTable.Cell::empty));
        Span title = new Span(pairs.getFirst().outcomes().stream()
                .filter(measured -> measured.measure().equals(measure))
                .map(MeasureWords::title)
                .findFirst()
                .orElse(measure));
        title.addClassName("quiet");
        Div matrix = new Div(title, table);
        matrix.addClassName("matrix");
        return matrix;
    }

    private PlainTable labels(List<LabelReport> labels) {
        return FigureTable.cross(
                "Agreement by label",
                "Label",
                labels,
                LabelReport::outcomes,
                label -> new Span("%s (%d)".formatted(label.label(), label.marks())),
                label -> queue.map(link -> link.with(link.figure().withLabels(label.label()))));
    }

    /** Those with the most disagreements first where there are more than one can read. */
    private Component documents(
            List<DocumentReport> documents, Function<Collection<DocumentId>, Map<DocumentId, String>> titlesOf) {
        List<DocumentReport> rows = documents.size() <= MOST_ROWS
                ? documents
                : documents.stream()
                        .sorted(Comparator.comparingInt(DocumentReport::disagreements)
                                .reversed())
                        .limit(MOST_ROWS)
                        .toList();
        Map<DocumentId, String> titles =
                titlesOf.apply(rows.stream().map(DocumentReport::document).toList());
        PlainTable table = FigureTable.cross(
                "Agreement by document",
                "Document",
                rows,
                DocumentReport::outcomes,
                report -> {
                    String title = titles.getOrDefault(
                            report.document(), report.document().toString());
                    String words = "%s (%d)".formatted(title, report.disagreements());
                    return queue(report)
                            .filter(link -> report.disagreements() > 0)
                            .<Component>map(link -> link.words(words))
                            .orElseGet(() -> new Span(words));
                },
                this::queue);
        return rows.size() == documents.size()
                ? table
                : new Div(
                        new Note("The %d of %d documents with the most disagreements; the JSON has all of them."
                                .formatted(rows.size(), documents.size())),
                        table);
    }

    private Optional<QueueLink> queue(DocumentReport report) {
        return queue.map(link -> link.in(report.document()));
    }

    private static List<GroupReport> groups(LayerReport report, Grouping by) {
        return report.groups().stream().filter(group -> group.by() == by).toList();
    }

    private PlainTable groups(String head, List<GroupReport> groups) {
        return FigureTable.cross(
                "Agreement by " + head.toLowerCase(Locale.ROOT),
                head,
                groups,
                GroupReport::outcomes,
                group -> new Span("%s (%d %s)"
                        .formatted(
                                group.name().replaceAll(" 0+", " "),
                                group.documents(),
                                group.documents() == 1 ? "document" : "documents")),
                group -> Optional.empty());
    }

    private Component overTime(List<GroupReport> times) {
        Div pictures = new Div();
        pictures.addClassName("matrices");
        for (int measure = 0;
                !times.isEmpty() && measure < times.getFirst().outcomes().size();
                measure++) {
            int place = measure;
            List<Measured> course =
                    times.stream().map(group -> group.outcomes().get(place)).toList();
            if (course.stream().anyMatch(measured -> measured.outcome() instanceof Outcome.Value)) {
                Measured first = course.getFirst();
                Div picture = new Div(
                        FigureTile.quiet(MeasureWords.title(first)),
                        new TimePicture(course, targets.get(first.measure())));
                picture.addClassName("matrix");
                pictures.add(picture);
            }
        }
        return new Div(pictures, groups("Handed in", times));
    }

    private static QueueLink confused(QueueLink link, String one, String other) {
        return link.with(link.figure().withLabels(one, other).measuredBy("label-alpha"));
    }

    private Component confusion(Coincidences<String> found) {
        double most = 1;
        for (double[] row : found.counts()) {
            for (double count : row) {
                most = Math.max(most, count);
            }
        }
        double scale = most;
        List<String> names = found.categories();
        PlainTable table = TintedTable.of("Which label met which", "Label", names, (row, column) -> {
            double count = found.counts()[row][column];
            if (count == 0) {
                return TintedTable.Cell.empty();
            }
            String words = count == Math.rint(count) ? "%.0f".formatted(count) : MeasureWords.two(count);
            Component content = row == column || queue.isEmpty()
                    ? new Span(words)
                    : confused(queue.orElseThrow(), names.get(row), names.get(column))
                            .words(words);
            return new TintedTable.Cell(content, Math.sqrt(count / scale));
        });
        return new Div(new Note("Each pair of labels given to the same place, counted from both sides."), table);
    }
}
