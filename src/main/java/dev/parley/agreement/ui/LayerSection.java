package dev.parley.agreement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import dev.parley.agreement.AgreementReport.DocumentReport;
import dev.parley.agreement.AgreementReport.LabelReport;
import dev.parley.agreement.AgreementReport.LayerReport;
import dev.parley.agreement.AgreementReport.PairReport;
import dev.parley.agreement.Measured;
import dev.parley.agreement.Outcome;
import dev.parley.document.DocumentId;
import dev.parley.page.Note;
import dev.parley.page.PlainTable;
import dev.parley.project.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One layer's figures, and behind them who with whom, which label, which document. */
final class LayerSection extends Div {

    private final ProjectId project;
    private final String layer;
    private final Map<String, Double> targets;
    private final boolean mayAdjudicate;

    /** @param titles of documents */
    LayerSection(
            ProjectId project,
            LayerReport report,
            Map<String, Double> targets,
            Map<DocumentId, String> titles,
            boolean mayAdjudicate) {
        this.project = project;
        this.layer = report.layer();
        this.targets = targets;
        this.mayAdjudicate = mayAdjudicate;
        addClassName("agreement-layer");
        add(figures(report));
        if (report.outcomes().stream().anyMatch(measured -> measured.how().containsKey("note"))) {
            add(new Note("Intervals over fewer than ten documents say little: too few documents to judge."));
        }
        fold("Who with whom", report.pairs(), pairs(report.pairs()));
        fold("Label by label", report.labels(), labels(report.labels()));
        fold("Document by document", report.documents(), documents(report.documents(), titles));
    }

    private void fold(String title, List<?> rows, PlainTable table) {
        if (!rows.isEmpty()) {
            add(new NativeDetails(title, table));
        }
    }

    private PlainTable figures(LayerReport report) {
        PlainTable table = new PlainTable(
                "Agreement", List.of("Measure", "Value", "0 to 1", "95 % interval", "Rests on", "Behind it", ""));
        report.outcomes().stream()
                .filter(LayerSection::isWorthARow)
                .forEach(measured -> table.addRow(
                        new Span(MeasureWords.title(measured)),
                        number(measured),
                        picture(measured),
                        quiet(MeasureWords.interval(measured.interval())),
                        quiet(rest(measured)),
                        behind(measured),
                        how(measured)));
        return table;
    }

    /** That a layer without labels has no agreement on labels is for programs to know. */
    private static boolean isWorthARow(Measured measured) {
        return !measured.outcome().equals(Outcome.undefined(Outcome.Reason.NO_LABELS));
    }

    private Component picture(Measured measured) {
        return measured.outcome() instanceof Outcome.Value value
                ? new IntervalPicture(value.value(), measured.interval(), target(measured))
                : new Span();
    }

    private @Nullable Double target(Measured measured) {
        return targets.get(measured.measure());
    }

    private static String rest(Measured measured) {
        return switch (measured.outcome()) {
            case Outcome.Value ignored -> MeasureWords.count(measured);
            case Outcome.Undefined undefined -> undefined.reason().sentence();
        };
    }

    private Component behind(Measured measured) {
        String cause = MeasureWords.cause(measured).wire();
        boolean labels = measured.measure().equals("label-alpha") && layer.equals("relations");
        return mayAdjudicate ? queue("Disagreements", "&cause=" + (labels ? "relation" : cause)) : new Span();
    }

    private Anchor queue(String words, String narrowed) {
        return new Anchor("projects/%s/adjudicate?layer=%s%s".formatted(project, layer, narrowed), words);
    }

    private static Component how(Measured measured) {
        Div lines = new Div();
        lines.addClassName("how");
        measured.how().forEach((name, value) -> lines.add(new Div("%s: %s".formatted(name, value))));
        return new NativeDetails("How computed", lines);
    }

    private PlainTable pairs(List<PairReport> pairs) {
        return table(
                "Agreement of pairs",
                "Pair",
                pairs,
                PairReport::outcomes,
                pair -> new Span("%s and %s".formatted(pair.one(), pair.other())));
    }

    private PlainTable labels(List<LabelReport> labels) {
        return table(
                "Agreement by label",
                "Label",
                labels,
                LabelReport::outcomes,
                label -> new Span("%s (%d)".formatted(label.label(), label.marks())));
    }

    private PlainTable documents(List<DocumentReport> documents, Map<DocumentId, String> titles) {
        return table("Agreement by document", "Document", documents, DocumentReport::outcomes, report -> {
            String title =
                    titles.getOrDefault(report.document(), report.document().toString());
            String words = "%s (%d)".formatted(title, report.disagreements());
            return mayAdjudicate && report.disagreements() > 0
                    ? queue(words, "&order=document&document=" + report.document())
                    : new Span(words);
        });
    }

    private static <T> PlainTable table(
            String caption,
            String rowHead,
            List<T> rows,
            Function<T, List<Measured>> outcomes,
            Function<T, Component> name) {
        List<String> heads = new ArrayList<>(List.of(rowHead));
        rows.stream()
                .limit(1)
                .flatMap(row -> outcomes.apply(row).stream())
                .filter(LayerSection::isWorthARow)
                .map(MeasureWords::title)
                .forEach(heads::add);
        PlainTable table = new PlainTable(caption, heads);
        rows.forEach(row -> table.addRow(
                name.apply(row),
                outcomes.apply(row).stream()
                        .filter(LayerSection::isWorthARow)
                        .map(LayerSection::number)
                        .toArray(Component[]::new)));
        return table;
    }

    private static Span number(Measured measured) {
        Span number = new Span(MeasureWords.figure(measured.outcome()));
        number.addClassName("number");
        if (measured.outcome() instanceof Outcome.Undefined undefined) {
            number.getElement().setAttribute("title", undefined.reason().sentence());
        }
        return number;
    }

    private static Span quiet(String words) {
        Span span = new Span(words);
        span.addClassName("quiet");
        return span;
    }
}
