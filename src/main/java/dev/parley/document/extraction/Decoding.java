package dev.parley.document.extraction;

import java.util.List;

/** What came of turning bytes into characters. */
sealed interface Decoding {

    /** @param steps what was done, in order */
    record Decoded(String text, String charset, List<String> steps) implements Decoding {

        public Decoded {
            steps = List.copyOf(steps);
        }
    }

    record Undecodable(String reason) implements Decoding {}
}
