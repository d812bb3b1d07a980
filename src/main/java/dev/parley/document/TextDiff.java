package dev.parley.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What two texts have in common and where they part, word by word (Myers 1986, "An O(ND) difference algorithm and its
 * variations"). In long texts the sequences of words that occur once in each are matched first, so that many small changes
 * cost no more than few. Stretches that differ in more than some thousand words are taken to be wholly different; nobody
 * would read that difference anyway.
 */
public final class TextDiff {

    private static final int MOST_CHANGES = 2_000;

    /** Of more words than this, both texts together, what certainly belongs together is found first. */
    private static final int LONG = 2_000;

    private TextDiff() {}

    /**
     * A stretch of both texts. Where they are the same, both are the same words; else either may be empty.
     *
     * @param start of the first text's stretch in code points
     * @param end one past its last code point
     * @param otherStart of the second text's stretch
     * @param otherEnd one past its last code point
     */
    public record Piece(boolean same, int start, int end, int otherStart, int otherEnd) {}

    /** Pieces that together cover both texts, in order; two that are the same never follow each other. */
    public static List<Piece> between(DocumentText first, DocumentText second) {
        Tokens a = Tokens.of(first);
        Tokens b = Tokens.of(second);
        int head = 0;
        while (head < a.size() && head < b.size() && a.word(head).equals(b.word(head))) {
            head++;
        }
        int tail = 0;
        while (tail < a.size() - head
                && tail < b.size() - head
                && a.word(a.size() - 1 - tail).equals(b.word(b.size() - 1 - tail))) {
            tail++;
        }
        boolean[] keptA = new boolean[a.size()];
        boolean[] keptB = new boolean[b.size()];
        Arrays.fill(keptA, 0, head, true);
        Arrays.fill(keptB, 0, head, true);
        Arrays.fill(keptA, a.size() - tail, a.size(), true);
        Arrays.fill(keptB, b.size() - tail, b.size(), true);
        middle(a, b, head, a.size() - tail, b.size() - tail, keptA, keptB);
        return pieces(a, b, keptA, keptB);
    }

    /** Marks what both keep between their common ends: in a long one first the sequences of words that stand once in each. */
    private static void middle(Tokens a, Tokens b, int from, int endA, int endB, boolean[] keptA, boolean[] keptB) {
        int doneA = from;
        int doneB = from;
        if (endA - from + endB - from > LONG) {
            for (int[] anchor :
                    Anchors.between(a.words().subList(from, endA), b.words().subList(from, endB))) {
                shortest(a, b, doneA, from + anchor[0], doneB, from + anchor[1], keptA, keptB);
                doneA = from + anchor[0] + 1;
                doneB = from + anchor[1] + 1;
                keptA[doneA - 1] = true;
                keptB[doneB - 1] = true;
            }
        }
        shortest(a, b, doneA, endA, doneB, endB, keptA, keptB);
    }

    /** Marks what a shortest way from one to the other keeps; nothing, if every way is too long. */
    private static void shortest(
            Tokens a, Tokens b, int fromA, int endA, int fromB, int endB, boolean[] keptA, boolean[] keptB) {
        int n = endA - fromA;
        int m = endB - fromB;
        int most = Math.min(n + m, MOST_CHANGES);
        List<int[]> trail = new ArrayList<>();
        int[] reach = new int[2 * most + 3];
        int zero = most + 1;
        for (int d = 0; d <= most; d++) {
            trail.add(Arrays.copyOfRange(reach, zero - d - 1, zero + d + 2));
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || (k != d && reach[zero + k - 1] < reach[zero + k + 1]);
                int x = down ? reach[zero + k + 1] : reach[zero + k - 1] + 1;
                while (x < n && x - k < m && a.word(fromA + x).equals(b.word(fromB + x - k))) {
                    x++;
                }
                reach[zero + k] = x;
                if (x >= n && x - k >= m) {
                    walkBack(trail, d, n, m, fromA, fromB, keptA, keptB);
                    return;
                }
            }
        }
    }

    private static void walkBack(
            List<int[]> trail, int changes, int n, int m, int fromA, int fromB, boolean[] keptA, boolean[] keptB) {
        int x = n;
        int y = m;
        for (int d = changes; d >= 0; d--) {
            int[] reach = trail.get(d);
            int k = x - y;
            // the copy holds diagonals -d-1 to d+1
            boolean down = k == -d || (k != d && reach[k + d] < reach[k + d + 2]);
            int before = down ? k + 1 : k - 1;
            int startX = d == 0 ? 0 : reach[before + d + 1];
            int startY = d == 0 ? 0 : startX - before;
            while (x > startX && y > startY) {
                x--;
                y--;
                keptA[fromA + x] = true;
                keptB[fromB + y] = true;
            }
            x = startX;
            y = startY;
        }
    }

    private static List<Piece> pieces(Tokens a, Tokens b, boolean[] keptA, boolean[] keptB) {
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            int startA = i;
            int startB = j;
            boolean same = i < a.size() && j < b.size() && keptA[i] && keptB[j];
            if (same) {
                while (i < a.size() && j < b.size() && keptA[i] && keptB[j]) {
                    i++;
                    j++;
                }
            } else {
                while (i < a.size() && !keptA[i]) {
                    i++;
                }
                while (j < b.size() && !keptB[j]) {
                    j++;
                }
            }
            pieces.add(new Piece(same, a.start(startA), a.start(i), b.start(startB), b.start(j)));
        }
        return pieces;
    }

    /** A text as words and what stands between them, with the code point each begins at. */
    private record Tokens(List<String> words, int[] starts) {

        static Tokens of(DocumentText text) {
            String value = text.value();
            List<String> words = new ArrayList<>();
            List<Integer> starts = new ArrayList<>();
            int point = 0;
            for (int at = 0; at < value.length(); ) {
                int end = at;
                boolean letters = Character.isLetterOrDigit(value.codePointAt(at));
                do {
                    end += Character.charCount(value.codePointAt(end));
                } while (letters
                        && end < value.length()
                        && Character.isLetterOrDigit(value.codePointAt(end))
                        && !Character.isIdeographic(value.codePointAt(end)));
                words.add(value.substring(at, end));
                starts.add(point);
                point += value.codePointCount(at, end);
                at = end;
            }
            starts.add(point);
            return new Tokens(words, starts.stream().mapToInt(Integer::intValue).toArray());
        }

        int size() {
            return words.size();
        }

        String word(int index) {
            return words.get(index);
        }

        int start(int index) {
            return starts[index];
        }
    }
}
