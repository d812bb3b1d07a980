package dev.parley.exchange.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to do with a foreign file.
 *
 * @param annotator sign-in name of the one whose work all of it is; absent to take the names in the file
 * @param labels which label of the scheme a label of the file is; an empty word leaves it out
 * @param skipUnknown whether marks with a label that nobody can place are left out; refused otherwise
 * @param schemeFromFile whether the labels of the file become the project's scheme first
 * @param preview whether only to tell what would happen
 */
public record ImportOptions(
        @Nullable String annotator,
        Map<String, String> labels,
        boolean skipUnknown,
        boolean schemeFromFile,
        boolean preview) {

    public static final ImportOptions DEFAULT = new ImportOptions(null, Map.of(), false, false, false);

    public ImportOptions {
        labels = Map.copyOf(labels);
    }
}
