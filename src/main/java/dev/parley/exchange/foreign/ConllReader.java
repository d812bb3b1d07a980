package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.RawDocument.RawSpan;
import dev.parley.problem.Problem;
import dev.parley.problem.ProblemException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads CoNLL-2003 in any of its taggings: a stretch ends where the label changes or a tag begins another. The text is made
 * anew, a blank between words and a line per sentence, because the format does not hold it.
 */
final class ConllReader {

    private ConllReader() {}

    static void read(ForeignFile file, Consumer<RawDocument> found) {
        Building[] current = {new Building(1)};
        file.lines((number, line) -> {
            Building building = current[0];
            if (line.startsWith("-DOCSTART-")) {
                current[0] = new Building(building.number + (building.finish(file.name(), found) ? 1 : 0));
            } else if (line.isBlank()) {
                building.endSentence();
            } else {
                String[] columns = line.strip().split("[ \\t]+");
                if (columns.length < 2) {
                    throw ProblemException.invalid(
                            "“%s”, line %d: a word and a tag are needed, not “%s”; nothing was imported."
                                    .formatted(file.name(), number, line.strip()));
                }
                building.add("“%s”, line %d".formatted(file.name(), number), columns[0], columns[columns.length - 1]);
            }
        });
        current[0].finish(file.name(), found);
    }

    private static final class Building {

        private final int number;
        private final StringBuilder text = new StringBuilder();
        private final Collected collected = new Collected();
        private String label = "";
        private int start;
        private int end;
        private int marks;
        private boolean atLineStart = true;

        Building(int number) {
            this.number = number;
        }

        void add(String place, String word, String tag) {
            boolean outside = tag.equals("O");
            if (!outside && !tag.matches("[BIESULM]-.+")) {
                throw ProblemException.invalid("%s: “%s” is no tag such as B-PER or O; nothing was imported."
                        .formatted(place, JsonRecord.shortened(tag)));
            }
            // a mark takes some twenty words' room
            if (text.length() + 100L * marks > Pieces.LONGEST) {
                throw ProblemException.of(
                        Problem.Kind.TOO_LARGE,
                        "%s: the document is longer than this Parley has memory for; -DOCSTART- begins another. Nothing was imported."
                                .formatted(place));
            }
            char letter = outside ? 'O' : tag.charAt(0);
            String next = outside ? "" : tag.substring(2);
            if (!next.equals(label) || letter == 'B' || letter == 'S' || letter == 'U') {
                endMark();
            }
            if (!atLineStart) {
                text.append(' ');
            }
            if (!outside && label.isEmpty()) {
                start = text.length();
                label = next;
            }
            text.append(word);
            end = text.length();
            atLineStart = false;
            if (letter == 'E' || letter == 'L' || letter == 'S' || letter == 'U') {
                endMark();
            }
        }

        private void endMark() {
            if (!label.isEmpty()) {
                collected.mark("m" + ++marks, label, new RawSpan(start, end, text.substring(start, end)));
                label = "";
            }
        }

        void endSentence() {
            endMark();
            if (!atLineStart) {
                text.append('\n');
                atLineStart = true;
            }
        }

        /** @return whether there was a word */
        boolean finish(String name, Consumer<RawDocument> found) {
            endMark();
            String whole = text.toString().stripTrailing();
            if (!whole.isEmpty()) {
                found.accept(new RawDocument(
                        "“%s”, document %d".formatted(name, number),
                        "%s-%d".formatted(name.replaceAll("\\.[^.]*$", ""), number),
                        null,
                        null,
                        whole,
                        OffsetUnit.UTF_16,
                        List.of(collected.set(""))));
            }
            return !whole.isEmpty();
        }
    }
}
