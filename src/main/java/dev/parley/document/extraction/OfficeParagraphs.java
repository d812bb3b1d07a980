package dev.parley.document.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Gathers the words of a text processor's file into lines: a paragraph a line, a row of a table a line with tabs between
 * its cells, a text box after the paragraph it hangs on, footnotes and endnotes after the text.
 */
final class OfficeParagraphs {

    private final List<String> finished = new ArrayList<>();
    private final List<Runnable> notes = new ArrayList<>();
    private final Deque<StringBuilder> open = new ArrayDeque<>();
    private final Deque<List<Runnable>> beside = new ArrayDeque<>();
    /** The cells of the rows that are open, each with its paragraphs. */
    private final Deque<List<List<String>>> rows = new ArrayDeque<>();

    /** Words outside of paragraphs are between the lines of the file, not of the text. */
    void append(String words) {
        if (!open.isEmpty()) {
            open.peek().append(words);
        }
    }

    void paragraph(Runnable inside) {
        open.push(new StringBuilder());
        beside.push(new ArrayList<>());
        inside.run();
        finish(open.pop().toString());
        beside.pop().forEach(Runnable::run);
    }

    /** Something that hangs on the paragraph, which it must not interrupt. */
    void beside(Runnable inside) {
        if (beside.isEmpty()) {
            inside.run();
        } else {
            beside.peek().add(inside);
        }
    }

    void note(Runnable inside) {
        notes.add(inside);
    }

    void row(Runnable inside) {
        rows.push(new ArrayList<>());
        inside.run();
        List<List<String>> cells = rows.pop();
        boolean table = cells.stream().allMatch(cell -> cell.size() <= 1);
        if (table && cells.size() > 1) {
            finish(cells.stream().map(cell -> String.join("", cell)).collect(Collectors.joining("\t")));
        } else {
            // more than a paragraph in a cell: the table only puts things beside each other
            cells.forEach(cell -> cell.forEach(this::finish));
        }
    }

    void cell(Runnable inside) {
        if (!rows.isEmpty()) {
            rows.peek().add(new ArrayList<>());
        }
        inside.run();
    }

    private void finish(String paragraph) {
        if (rows.isEmpty() || rows.peek().isEmpty()) {
            finished.add(paragraph);
        } else if (!paragraph.isBlank()) {
            rows.peek().getLast().add(paragraph.strip());
        }
    }

    /** @param kind what a person calls such a file */
    ChildAnswer answer(Imprint imprint, String kind) {
        List<String> steps = new ArrayList<>(List.of("Took the paragraphs out of the %s, one a line.".formatted(kind)));
        if (!notes.isEmpty()) {
            steps.add(notesMoved(notes.size()));
            finished.add("");
            List.copyOf(notes).forEach(Runnable::run);
        }
        String text = tidy(String.join("\n", finished));
        return text.isEmpty()
                ? new ChildAnswer.Refusal("The %s holds no text.".formatted(kind))
                : new ChildAnswer.Text(text, imprint, null, steps);
    }

    static String notesMoved(int notes) {
        return "Put %d footnote%s after the text.".formatted(notes, notes == 1 ? "" : "s");
    }

    /** Without blanks at line ends and with at most one empty line between paragraphs. */
    static String tidy(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
