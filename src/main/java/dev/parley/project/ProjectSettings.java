package dev.parley.project;

import dev.parley.problem.ProblemException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a project works. Whoever makes one with values that make no sense gets a problem that names the field and the value, so
 * that nothing is kept that could not be read again.
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

    /** More readers than this for one document are a slip of the hand. */
    public static final int MOST_ANNOTATORS = 20;

    // before DEFAULT, whose making is checked too
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    public static final ProjectSettings DEFAULT =
            new ProjectSettings(2, Mode.BLIND, null, Map.of(), false, false, null);

    public ProjectSettings {
        if (annotatorsPerDocument < 1 || annotatorsPerDocument > MOST_ANNOTATORS) {
            throw ProblemException.invalid(
                    "annotatorsPerDocument",
                    "annotatorsPerDocument is a number from 1 to %d, not %d."
                            .formatted(MOST_ANNOTATORS, annotatorsPerDocument));
        }
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw ProblemException.invalid(
                    "language", "language is a tag such as \"en\" or \"pt-BR\", not \"%s\".".formatted(language));
        }
        targets.forEach((layer, measures) -> measures.forEach((measure, target) -> {
            if (!(target >= 0 && target <= 1)) {
                String path = "targets.%s.%s".formatted(layer, measure);
                throw ProblemException.invalid(path, "%s is a number from 0 to 1, not %s.".formatted(path, target));
            }
        }));
    }

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
