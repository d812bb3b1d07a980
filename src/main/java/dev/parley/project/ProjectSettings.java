package dev.parley.project;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a project works.
 *
 * @param annotatorsPerDocument how many people read each document, 1 to 20
 * @param mode whether annotators see each other's work while they mark
 * @param language BCP 47 tag that new documents get when theirs cannot be told; absent if not said
 * @param targets the agreement a layer should reach, by layer id and then measure name, each in 0..1
 * @param readOthersAfterSubmission whether an annotator may read the others' sets of a document once their own is submitted
 * @param showAgreement whether annotators see how far they themselves coincide with the others
 * @param licence under which terms what is exported may be used; absent if nobody said
 */
public record ProjectSettings(
        int annotatorsPerDocument,
        Mode mode,
        @Nullable String language,
        Map<String, Map<String, Double>> targets,
        boolean readOthersAfterSubmission,
        boolean showAgreement,
        @Nullable Licence licence) {

    public static final ProjectSettings DEFAULT =
            new ProjectSettings(2, Mode.BLIND, null, Map.of(), false, false, null);

    public ProjectSettings withTargets(Map<String, Map<String, Double>> others) {
        return new ProjectSettings(
                annotatorsPerDocument, mode, language, others, readOthersAfterSubmission, showAgreement, licence);
    }

    /** Whether annotators see each other. */
    public enum Mode {
        /** Nobody sees another's work before adjudication. */
        BLIND,
        /** Everyone who annotates sees everything. */
        OPEN
    }
}
