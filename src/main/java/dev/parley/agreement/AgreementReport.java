package dev.parley.agreement;

import dev.parley.document.DocumentId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far the annotators of a project coincide, layer by layer. */
public record AgreementReport(List<LayerReport> layers) {

    /**
     * @param layer id of a span layer or of the layer of claims; {@link Alignment#RELATIONS} for relations
     * @param outcomes over everybody
     * @param pairs of annotators that share at least one document
     * @param labels each label against all others; empty where there are none
     * @param documents each document that two annotators handed in
     * @param groups the documents by when they were handed in, and by the version of the scheme and of the guidelines
     *     they were read under; no groups where there would be one only
     * @param confusion how often two labels were given to the same place; absent where there are none
     */
    public record LayerReport(
            String layer,
            List<Measured> outcomes,
            List<PairReport> pairs,
            List<LabelReport> labels,
            List<DocumentReport> documents,
            List<GroupReport> groups,
            Optional<Coincidences<String>> confusion) {}

    public record PairReport(String one, String other, List<Measured> outcomes) {}

    /** @param marks how often annotators gave this label */
    public record LabelReport(String label, int marks, List<Measured> outcomes) {}

    /** @param disagreements how many there are in this layer, decided or not */
    public record DocumentReport(
            DocumentId document, List<String> annotators, int disagreements, List<Measured> outcomes) {}

    /** @param name of the group, such as {@code 2026-11} */
    public record GroupReport(Grouping by, String name, int documents, List<Measured> outcomes) {}

    /** What documents are grouped by. */
    public enum Grouping {
        /** The month, or for less than three months the day, the last set was handed in. */
        TIME,
        /** The versions of the scheme the sets were made under. */
        SCHEME_VERSION,
        /** The versions of the guidelines that were in force when the sets were handed in. */
        GUIDELINE_VERSION;

        /** As in HTTP: {@code scheme-version}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
