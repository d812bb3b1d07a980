package dev.parley.exchange.split;

import dev.parley.document.DocumentId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/**
 * Where a document stands in the split. Once given it never changes.
 *
 * @param group id of the group of near-duplicates it belongs to: the smallest document id in it when it was first split
 * @param joins parts that the document's near-duplicates were in when it came; more than one is a conflict, and the
 *     strictest of them was taken
 */
public record Placement(DocumentId document, String group, Part part, Set<Part> joins) {

    private static final double TRAIN = 0.8;
    private static final double DEV = 0.9;
    private static final double WHOLE = Math.pow(2, 64);

    public Placement {
        joins = Set.copyOf(joins);
    }

    /**
     * The part of a group that has none yet: eight of ten go to train, one to dev, one to test, on average.
     *
     * @param seed the same for a whole project
     */
    static Part drawn(String seed, String group) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((seed + ":" + group).getBytes(StandardCharsets.UTF_8));
            long first = ByteBuffer.wrap(hash).getLong();
            double fraction = (first >= 0 ? first : first + WHOLE) / WHOLE;
            return fraction < TRAIN ? Part.TRAIN : fraction < DEV ? Part.DEV : Part.TEST;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
