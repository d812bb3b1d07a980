package dev.parley.agreement;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why annotators differ about one thing; the first that applies, in this order. */
public enum Cause {
    /** Those who differ worked under different versions of the scheme, which say different things about this layer. */
    GUIDELINE_VERSION("Read under different versions"),
    /** Some marked it, some did not. */
    MISSING("Not everybody marked it"),
    /** Only one of three or more marked it. */
    EXTRA("Only one marked it"),
    /** One marked as a whole what another marked in pieces. */
    SPLIT_MERGE("One whole or several pieces"),
    /** The same label on different words; for a claim, different content. */
    BOUNDARY("Different boundaries"),
    /** Different labels on the same words. */
    LABEL("Different labels"),
    LABEL_BOUNDARY("Different labels and boundaries"),
    /** An attribute was filled in differently. */
    ATTRIBUTE("Different attributes"),
    /** Different entities of the registry. */
    LINK("Different entities"),
    /** A claim's cue, speaker or another party differs. */
    PART("Different parts of the claim"),
    /** Different type or direction of a relation. */
    RELATION("Different relations");

    private final String title;

    Cause(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** As in HTTP and exports: {@code label-boundary}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Cause> of(String wire) {
        return Stream.of(values()).filter(cause -> cause.wire().equals(wire)).findFirst();
    }
}
