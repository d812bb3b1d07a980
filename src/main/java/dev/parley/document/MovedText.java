package dev.parley.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the stretches of a text are in the text that takes its place. A stretch is sure to be the same if all its words
 * stand there in the same order, within a passage long enough not to be met by chance; only the spaces between words may
 * differ, as they do when lines are joined in another way. Costs one comparison of the texts and then O(log changes) for a
 * stretch.
 */
public final class MovedText {

    /** A passage that is the same in both texts says where it belongs if it has so many words; fewer meet by chance. */
    private static final int ENOUGH_WORDS = 3;

    /** So far from where they should be, in code points, the same words are looked for. */
    private static final int NEAR = 1_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final DocumentText before;
    private final DocumentText after;
    private final List<TextDiff.Piece> pieces;
    /** By piece: whether it belongs to a passage whose words are in both. */
    private final boolean[] sure;

    private MovedText(DocumentText before, DocumentText after) {
        this.before = before;
        this.after = after;
        this.pieces = TextDiff.between(before, after);
        this.sure = passages();
    }

    public static MovedText between(DocumentText before, DocumentText after) {
        return new MovedText(before, after);
    }

    public DocumentText before() {
        return before;
    }

    public DocumentText after() {
        return after;
    }

    public List<TextDiff.Piece> pieces() {
        return pieces;
    }

    private boolean[] passages() {
        boolean[] found = new boolean[pieces.size()];
        for (int first = 0; first < found.length; first++) {
            int end = first;
            int words = 0;
            while (end < found.length && isPassage(pieces.get(end))) {
                words += words(pieces.get(end));
                end++;
            }
            boolean whole = first == 0 && end == found.length;
            for (int i = first; i < end; i++) {
                found[i] = whole || words >= ENOUGH_WORDS;
            }
            first = end;
        }
        return found;
    }

    private boolean isPassage(TextDiff.Piece piece) {
        return piece.same()
                || (slice(before, piece.start(), piece.end()).isBlank()
                        && slice(after, piece.otherStart(), piece.otherEnd()).isBlank()
                        && piece.end() > piece.start()
                        && piece.otherEnd() > piece.otherStart());
    }

    private int words(TextDiff.Piece piece) {
        return piece.same()
                ? (int) WORD.matcher(slice(before, piece.start(), piece.end()))
                        .results()
                        .limit(ENOUGH_WORDS)
                        .count()
                : 0;
    }

    /** Where a stretch is now, if its words are there beyond doubt. */
    public Optional<Span> sure(Span span) {
        int first = piece(span.start());
        int last = piece(span.end() - 1);
        if (!pieces.get(first).same() || !pieces.get(last).same()) {
            return Optional.empty();
        }
        for (int i = first; i <= last; i++) {
            if (!sure[i]) {
                return Optional.empty();
            }
        }
        Span now = new Span(inside(pieces.get(first), span.start()), inside(pieces.get(last), span.end() - 1) + 1);
        return Optional.of(now)
                .filter(found -> after.isGraphemeBoundary(found.start()) && after.isGraphemeBoundary(found.end()));
    }

    /** The same of all stretches of one thing; empty if one of them is in doubt. */
    public Optional<List<Span>> sure(List<Span> spans) {
        List<Span> found = new ArrayList<>();
        for (Span span : spans) {
            sure(span).ifPresent(found::add);
        }
        return found.size() == spans.size() ? Optional.of(List.copyOf(found)) : Optional.empty();
    }

    /** Where a stretch may belong now: the same words nearby, else what took their place; empty if nothing did. */
    public Optional<Span> likely(Span span) {
        return sure(span).or(() -> sameWords(span)).or(() -> replacement(span));
    }

    /** The same of all stretches of one thing; empty if one belongs nowhere, or if they would not be in order any more. */
    public Optional<List<Span>> likely(List<Span> spans) {
        List<Span> found = new ArrayList<>();
        for (Span span : spans) {
            Optional<Span> now = likely(span);
            if (now.isEmpty()
                    || (!found.isEmpty() && now.get().start() < found.getLast().end())) {
                return Optional.empty();
            }
            found.add(now.get());
        }
        return Optional.of(List.copyOf(found));
    }

    /** What took the place of a long stretch whose ends may have changed; empty if hardly anything of it is there any more. */
    public Optional<Span> around(Span span) {
        int kept = pieces.stream()
                .filter(TextDiff.Piece::same)
                .filter(piece -> piece.end() > span.start() && piece.start() < span.end())
                .mapToInt(piece -> Math.min(piece.end(), span.end()) - Math.max(piece.start(), span.start()))
                .sum();
        int start = start(span.start());
        int end = end(span.end());
        return kept * 2 >= span.length() && end > start ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    private Optional<Span> sameWords(Span span) {
        String words = before.slice(span);
        int from = after.toUtf16(Math.max(0, start(span.start()) - NEAR));
        int to = after.toUtf16(Math.min(after.codePoints(), start(span.start()) + NEAR + span.length()));
        int wanted = after.toUtf16(start(span.start()));
        int nearest = -1;
        for (int at = after.value().indexOf(words, from);
                at >= 0 && at + words.length() <= to;
                at = after.value().indexOf(words, at + 1)) {
            boolean nearer = nearest < 0 || Math.abs(at - wanted) < Math.abs(nearest - wanted);
            if (nearer && isWhole(at, at + words.length()) && isNew(after.toCodePoint(at))) {
                nearest = at;
            }
        }
        return nearest < 0
                ? Optional.empty()
                : Optional.of(new Span(after.toCodePoint(nearest), after.toCodePoint(nearest + words.length())));
    }

    /** Whether what stands there in the new text is not what stood elsewhere in the old one. */
    private boolean isNew(int codePoint) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pieces.get(middle).otherStart() <= codePoint) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return !sure[low];
    }

    /** Whether no word is cut: "Iran" is not meant where "Iranian" stands. */
    private boolean isWhole(int start, int end) {
        String text = after.value();
        return (start == 0
                        || !Character.isLetterOrDigit(text.codePointBefore(start))
                        || !Character.isLetterOrDigit(text.codePointAt(start)))
                && (end == text.length()
                        || !Character.isLetterOrDigit(text.codePointAt(end))
                        || !Character.isLetterOrDigit(text.codePointBefore(end)));
    }

    private Optional<Span> replacement(Span span) {
        int start = start(span.start());
        int end = end(span.end());
        while (start < end && isSpace(start)) {
            start++;
        }
        while (start < end && isSpace(end - 1)) {
            end--;
        }
        // what is far longer than the words it stands for was rewritten, not corrected
        return end > start && end - start <= 3 * span.length() + 40
                ? Optional.of(new Span(start, end))
                : Optional.empty();
    }

    private boolean isSpace(int codePoint) {
        int c = after.value().codePointAt(after.toUtf16(codePoint));
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Where a stretch begins that began there. */
    private int start(int codePoint) {
        TextDiff.Piece piece = pieces.get(piece(codePoint));
        return piece.same() ? inside(piece, codePoint) : piece.otherStart();
    }

    private int end(int codePoint) {
        TextDiff.Piece piece = pieces.get(piece(codePoint - 1));
        return piece.same() ? inside(piece, codePoint - 1) + 1 : piece.otherEnd();
    }

    private static int inside(TextDiff.Piece piece, int codePoint) {
        return piece.otherStart() + codePoint - piece.start();
    }

    /** The piece a character lies in. */
    private int piece(int codePoint) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            // of pieces that start together the last has the characters, the others are words that came in
            if (pieces.get(middle).start() <= codePoint) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static String slice(DocumentText text, int start, int end) {
        return end > start ? text.slice(new Span(start, end)) : "";
    }
}
