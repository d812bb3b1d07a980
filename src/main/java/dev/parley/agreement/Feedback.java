package dev.parley.agreement;

import dev.parley.agreement.AgreementReport.LayerReport;
import dev.parley.agreement.AgreementReport.PairReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one annotator may know: how far they coincide with the others on average, beside how far everybody does. */
public record Feedback(List<LayerFeedback> layers) {

    public record LayerFeedback(String layer, List<Standing> standings) {}

    /**
     * @param own mean of the figures of all pairs this annotator is one of
     * @param everybody the figure over all annotators
     * @param documents the annotator handed in together with somebody, each partner counted
     */
    public record Standing(String measure, Outcome own, Outcome everybody, int documents) {}

    static Feedback of(AgreementReport report, String annotator) {
        return new Feedback(report.layers().stream()
                .map(layer -> new LayerFeedback(layer.layer(), standings(layer, annotator)))
                .filter(layer -> !layer.standings().isEmpty())
                .toList());
    }

    private static List<Standing> standings(LayerReport layer, String annotator) {
        Map<String, List<Measured>> own = new LinkedHashMap<>();
        for (PairReport pair : layer.pairs()) {
            if (pair.one().equals(annotator) || pair.other().equals(annotator)) {
                pair.outcomes()
                        .forEach(measured -> own.computeIfAbsent(measured.measure(), measure -> new ArrayList<>())
                                .add(measured));
            }
        }
        return own.entrySet().stream()
                .map(entry -> new Standing(
                        entry.getKey(),
                        mean(entry.getValue()),
                        layer.outcomes().stream()
                                .filter(measured -> measured.measure().equals(entry.getKey()))
                                .map(Measured::outcome)
                                .findFirst()
                                .orElse(Outcome.undefined(Outcome.Reason.NO_DATA)),
                        entry.getValue().stream().mapToInt(Measured::documents).sum()))
                .toList();
    }

    private static Outcome mean(List<Measured> figures) {
        double sum = 0;
        int defined = 0;
        for (Measured figure : figures) {
            if (figure.outcome() instanceof Outcome.Value(double value)) {
                sum += value;
                defined++;
            }
        }
        return defined == 0 ? figures.getFirst().outcome() : Outcome.of(sum / defined);
    }
}
