package dev.parley.exchange.intake;

import dev.parley.exchange.foreign.Mark;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A scheme with the labels of a file: one layer, no attributes, to begin with.
 *
 * @param yaml as the project's managers would write it
 * @param labels what a label of the file is called in it: other tools allow blanks and signs
 */
record FileScheme(String yaml, Map<String, String> labels) {

    private static final int HUES = 12;
    private static final int LONGEST = 40;
    private static final int LONGEST_NAME = 80;

    static FileScheme of(Collection<String> found) {
        Map<String, String> ids = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(Set.of("claim", "cue"));
        StringBuilder lines = new StringBuilder();
        boolean claims = found.contains(Mark.CLAIM);
        for (String label : found) {
            if (!claims || (!label.equals(Mark.CLAIM) && !label.equals(Mark.CUE))) {
                String id = id(label, taken);
                ids.put(label, id);
                lines.append("      - {id: %s, name: {en: %s}, colour: %d}\n"
                        .formatted(id, quoted(label), (ids.size() - 1) % HUES + 1));
            }
        }
        return new FileScheme(BEGINNING + lines + (claims ? CLAIMS : ""), ids);
    }

    private static String id(String label, Set<String> taken) {
        String word = label.replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^_+|_+$", "");
        String begun = word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "L" + word : word;
        String id = begun.substring(0, Math.min(begun.length(), LONGEST));
        for (int i = 2; !taken.add(id.toLowerCase(Locale.ROOT)); i++) {
            String number = "-" + i;
            id = begun.substring(0, Math.min(begun.length(), LONGEST - number.length())) + number;
        }
        return id;
    }

    /** What a name may hold, as YAML: no signs that could end the quotation, not too long. */
    private static String quoted(String label) {
        String name = label.replaceAll("[\\p{Cc}\"\\\\]+", " ").strip();
        int length = name.codePointCount(0, name.length());
        String shown = length <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
        return "\"%s\"".formatted(shown.isEmpty() ? "?" : shown);
    }

    private static final String BEGINNING = """
            parley-schema: 1
            id: imported
            layers:
              entity:
                kind: span
                labels:
            """;

    private static final String CLAIMS = """
              claim:
                kind: frame
                roles:
                  - {id: content, type: span, min: 1, max: many, allow-empty-as: implicit}
                  - {id: cue, type: span, min: 0, max: many}
                  - {id: source, type: mention, layer: entity, min: 0, max: many, constants: [author, outlet, unspecified, uncertain]}
            """;
}
