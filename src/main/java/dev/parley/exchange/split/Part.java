package dev.parley.exchange.split;

import dev.parley.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts that training data is divided into, the least strict first. */
public enum Part {
    TRAIN,
    DEV,
    TEST;

    /** As in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws ProblemException invalid, naming the known ones */
    public static Part of(String id) {
        return Arrays.stream(values())
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("The part “%s” is not known; known ones are %s."
                        .formatted(id, Arrays.stream(values()).map(Part::id).collect(Collectors.joining(", ")))));
    }
}
