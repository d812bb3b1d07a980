package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.RawDocument.RawSpan;
import dev.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CoNLL-2003 in any of its taggings: a stretch ends where the label changes or a tag begins another. The text is made
 * anew, a blank between words and a line per sentence, because the format does not hold it.
 */
final class ConllReader {

    private ConllReader() {}

    static List<RawDocument> read(ForeignFile file) {
        List<RawDocument> documents = new ArrayList<>();
        Building building = new Building();
        int number = 0;
        for (String line : file.text().split("\r?\n", -1)) {
            number++;
            if (line.startsWith("-DOCSTART-")) {
                building.finish(file.name(), documents);
                building = new Building();
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
        }
        building.finish(file.name(), documents);
        return documents;
    }

    private static final class Building {

        private final StringBuilder text = new StringBuilder();
        private final Collected collected = new Collected();
        private String label = "";
        private int start;
        private int end;
        private int marks;
        private boolean atLineStart = true;

        void add(String place, String word, String tag) {
            boolean outside = tag.equals("O");
            if (!outside && !tag.matches("[BIESULM]-.+")) {
                throw ProblemException.invalid(
                        "%s: “%s” is no tag such as B-PER or O; nothing was imported.".formatted(place, tag));
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

        void finish(String name, List<RawDocument> documents) {
            endMark();
            String whole = text.toString().stripTrailing();
            if (!whole.isEmpty()) {
                documents.add(new RawDocument(
                        "“%s”, document %d".formatted(name, documents.size() + 1),
                        "%s-%d".formatted(name.replaceAll("\\.[^.]*$", ""), documents.size() + 1),
                        null,
                        null,
                        whole,
                        OffsetUnit.UTF_16,
                        List.of(collected.set(""))));
            }
        }
    }
}
