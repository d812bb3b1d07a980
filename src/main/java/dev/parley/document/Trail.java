package dev.parley.document;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The folded words of a document in their order, four bytes each: where a phrase is looked for, so that nobody reads texts.
 * Words are known by their hash. Because the index has said before that each of the words is there, a wrong answer needs
 * another word with the same of four thousand million hashes at just that place.
 */
final class Trail {

    /** Parts words that do not stand side by side, such as a text's last and its title's first. */
    static final String GAP = "";

    private Trail() {}

    /** @param words in their order, with gaps */
    static byte[] of(List<String> words) {
        ByteBuffer trail = ByteBuffer.allocate(words.size() * Integer.BYTES);
        words.forEach(word -> trail.putInt(word.hashCode()));
        return trail.array();
    }

    /** Whether the words of a phrase follow each other somewhere. */
    static boolean holds(byte[] trail, List<String> phrase) {
        ByteBuffer words = ByteBuffer.wrap(trail);
        int[] wanted = phrase.stream().mapToInt(String::hashCode).toArray();
        int last = trail.length - wanted.length * Integer.BYTES;
        for (int start = 0; start <= last; start += Integer.BYTES) {
            int same = 0;
            while (same < wanted.length && words.getInt(start + same * Integer.BYTES) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
