package dev.parley.exchange.intake;

import dev.parley.exchange.foreign.Mark;
import java.util.Collection;
import java.util.stream.Collectors;

/** A scheme with the labels of a file: one layer, no attributes, to begin with. */
final class FileScheme {

    private static final int HUES = 12;

    private FileScheme() {}

    /** As YAML. */
    static String of(Collection<String> labels) {
        int[] number = new int[1];
        String lines = labels.stream()
                .filter(label -> !label.equals(Mark.CLAIM) && !label.equals(Mark.CUE))
                .map(label -> "      - {id: \"%s\", colour: %d}".formatted(label, number[0]++ % HUES + 1))
                .collect(Collectors.joining("\n"));
        String claims = labels.contains(Mark.CLAIM) ? """
                  claim:
                    kind: frame
                    roles:
                      - {id: content, type: span, min: 1, max: many, allow-empty-as: implicit}
                      - {id: cue, type: span, min: 0, max: many}
                      - {id: source, type: mention, layer: entity, min: 0, max: many, constants: [author, outlet, unspecified, uncertain]}
                """ : "";
        return """
                parley-schema: 1
                id: imported
                layers:
                  entity:
                    kind: span
                    labels:
                """ + lines + "\n" + claims;
    }
}
