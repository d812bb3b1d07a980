package dev.parley.exchange;

import dev.parley.agreement.AgreementReport;
import dev.parley.agreement.AgreementReport.DocumentReport;
import dev.parley.agreement.AgreementReport.LabelReport;
import dev.parley.agreement.AgreementReport.LayerReport;
import dev.parley.agreement.AgreementReport.PairReport;
import dev.parley.agreement.Measured;
import dev.parley.agreement.Outcome.Undefined;
import dev.parley.agreement.Outcome.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The agreement report as it stands in a bundle: every figure with its interval, its n and how it was computed. */
final class AgreementFile {

    private final Names names;

    AgreementFile(Names names) {
        this.names = names;
    }

    Map<String, ?> of(AgreementReport report) {
        return Map.of("layers", report.layers().stream().map(this::layer).toList());
    }

    private Map<String, Object> layer(LayerReport layer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("layer", layer.layer());
        json.put("outcomes", outcomes(layer.outcomes()));
        json.put("pairs", layer.pairs().stream().map(this::pair).toList());
        json.put("labels", layer.labels().stream().map(AgreementFile::label).toList());
        json.put("documents", layer.documents().stream().map(this::document).toList());
        return json;
    }

    private Map<String, Object> pair(PairReport pair) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("annotators", List.of(names.of(pair.one()), names.of(pair.other())));
        json.put("outcomes", outcomes(pair.outcomes()));
        return json;
    }

    private static Map<String, Object> label(LabelReport label) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", label.label());
        json.put("marks", label.marks());
        json.put("outcomes", outcomes(label.outcomes()));
        return json;
    }

    private Map<String, Object> document(DocumentReport document) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("document", document.document().toString());
        json.put(
                "annotators",
                document.annotators().stream().map(names::of).sorted().toList());
        json.put("disagreements", document.disagreements());
        json.put("outcomes", outcomes(document.outcomes()));
        return json;
    }

    private static List<Map<String, Object>> outcomes(List<Measured> outcomes) {
        return outcomes.stream().map(AgreementFile::outcome).toList();
    }

    private static Map<String, Object> outcome(Measured measured) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("measure", measured.measure());
        switch (measured.outcome()) {
            case Value defined -> json.put("value", defined.value());
            case Undefined undefined -> {
                json.put("value", null);
                json.put(
                        "reason",
                        undefined.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        measured.interval().ifPresent(interval -> json.put("interval", List.of(interval.low(), interval.high())));
        Map<String, Object> n = new LinkedHashMap<>();
        n.put("documents", measured.documents());
        n.put("units", measured.units());
        json.put("n", n);
        json.put("how", new TreeMap<>(measured.how()));
        return json;
    }
}
