package dev.parley.document.extraction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A rich text file is made of groups in braces. The parser reads footnotes in the middle of the sentence that refers to
 * them, and words that were deleted or hidden; so footnotes are moved behind the text and the others taken out before it
 * looks at the file.
 *
 * @param visible what is left of the file
 * @param notes how many footnotes were moved
 * @param whole whether every group was closed
 */
record RtfGroups(byte[] visible, int notes, boolean whole) {

    static RtfGroups of(byte[] file) {
        return new Scan(file).run();
    }

    private enum Kind {
        SHOWN,
        NOTE,
        HIDDEN
    }

    /** A group that is open: where it begins in what was copied, and whether only control words came so far. */
    private static final class Group {

        private final int start;
        private Kind kind = Kind.SHOWN;
        private boolean begins = true;

        private Group(int start) {
            this.start = start;
        }
    }

    private static final class Scan {

        private final byte[] file;
        private final byte[] kept;
        private final StringBuilder notes = new StringBuilder();
        private final Deque<Group> open = new ArrayDeque<>();
        private int at;
        private int length;
        private int count;
        private boolean closed;

        private Scan(byte[] file) {
            this.file = file;
            this.kept = new byte[file.length];
        }

        private RtfGroups run() {
            while (at < file.length && !closed) {
                switch (file[at]) {
                    case '{' -> {
                        words();
                        open.push(new Group(length));
                        copy(1);
                    }
                    case '}' -> {
                        copy(1);
                        close();
                    }
                    case '\\' -> control();
                    default -> {
                        if (file[at] != '\r' && file[at] != '\n') {
                            words();
                        }
                        copy(1);
                    }
                }
            }
            byte[] behind = notes.toString().getBytes(StandardCharsets.ISO_8859_1);
            byte[] visible = Arrays.copyOf(kept, length + behind.length);
            if (closed) {
                // before the brace that closes the file
                System.arraycopy(behind, 0, visible, length - 1, behind.length);
                visible[visible.length - 1] = '}';
            }
            return new RtfGroups(visible, count, closed);
        }

        private void copy(int bytes) {
            int end = Math.min(file.length, at + bytes);
            System.arraycopy(file, at, kept, length, end - at);
            length += end - at;
            at = end;
        }

        private void words() {
            if (!open.isEmpty()) {
                open.peek().begins = false;
            }
        }

        private void close() {
            if (open.isEmpty()) {
                return;
            }
            Group group = open.pop();
            if (group.kind == Kind.NOTE) {
                String note = new String(kept, group.start, length - group.start, StandardCharsets.ISO_8859_1);
                notes.append("\\par ").append(note.replaceFirst("\\\\footnote ?", ""));
                count++;
            }
            if (group.kind != Kind.SHOWN) {
                length = group.start;
            }
            closed = open.isEmpty();
        }

        /** A control word with its number, or a control sign. */
        private void control() {
            int end = at + 1;
            while (end < file.length && Character.isLetter((char) (file[end] & 0x7F)) && file[end] > 0) {
                end++;
            }
            if (end == at + 1) {
                boolean hex = end < file.length && file[end] == '\'';
                if (hex || (end < file.length && file[end] != '*')) {
                    words();
                }
                copy(hex ? 4 : 2);
                return;
            }
            String word = ascii(at + 1, end);
            int number = end;
            while (end < file.length && (file[end] == '-' || Character.isDigit(file[end]))) {
                end++;
            }
            String value = ascii(number, end);
            classify(word, value);
            copy(end - at);
            if (word.equals("bin") && value.matches("[0-9]{1,9}")) {
                copy(1 + Integer.parseInt(value));
            }
        }

        private void classify(String word, String value) {
            if (open.isEmpty() || !open.peek().begins) {
                return;
            }
            switch (word) {
                case "footnote" -> open.peek().kind = Kind.NOTE;
                case "v", "deleted" -> open.peek().kind = value.equals("0") ? Kind.SHOWN : Kind.HIDDEN;
                default -> {
                    // says how the words look
                }
            }
        }

        private String ascii(int from, int to) {
            return new String(file, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }
}
