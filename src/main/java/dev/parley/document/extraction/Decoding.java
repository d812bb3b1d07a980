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

    /** @param charsets that a person could choose among, the likeliest first; empty if none would do */
    record Undecodable(String reason, List<String> charsets) implements Decoding {

        public Undecodable {
            charsets = List.copyOf(charsets);
        }

        Undecodable(String reason) {
            this(reason, List.of());
        }
    }
}
