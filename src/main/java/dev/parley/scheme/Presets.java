package dev.parley.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The schemes that come with Parley. */
public final class Presets {

    /** Taken where a project says nothing. */
    public static final String DEFAULT = "envoys";

    private static final List<String> IDS = List.of(DEFAULT, "conll4", "ontonotes18");

    private Presets() {}

    public static List<String> ids() {
        return IDS;
    }

    /**
     * The YAML text of a preset.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    public static String source(String id) {
        if (!IDS.contains(id)) {
            throw new IllegalArgumentException("no preset " + id);
        }
        try (InputStream stream = Presets.class.getResourceAsStream(id + ".yaml")) {
            if (stream == null) {
                throw new IllegalStateException("the preset %s is not packed".formatted(id));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
