package dev.parley.exchange.foreign;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.exchange.foreign.ForeignFile.Entry;
import dev.parley.exchange.foreign.RawDocument.RawSpan;
import dev.parley.problem.ProblemException;
import java.util.List;
import java.util.function.Consumer;

/** Reads brat's standoff: an archive of {@code .txt} and {@code .ann} files; a folder's name is the annotator's. */
final class BratFiles {

    private BratFiles() {}

    static void read(ForeignFile file, Consumer<RawDocument> found) {
        if (!file.isZip()) {
            throw ProblemException.invalid(
                    "“%s” is no zip; brat's files come in pairs of .txt and .ann. Nothing was imported."
                            .formatted(file.name()));
        }
        file.entries(name -> name.endsWith(".ann"), entry -> {
            String base = entry.name().substring(0, entry.name().length() - 4);
            Entry text = file.entry(base + ".txt")
                    .orElseThrow(
                            () -> ProblemException.invalid("“%s”: there is no “%s.txt” beside it; nothing was imported."
                                    .formatted(entry.name(), base)));
            found.accept(document(base, text.text(), entry.text()));
        });
    }

    private static RawDocument document(String base, String text, String ann) {
        Collected collected = new Collected();
        int number = 0;
        for (String line : ann.split("\r?\n")) {
            number++;
            String place = "“%s.ann”, line %d".formatted(base, number);
            if (!line.isBlank()) {
                line(place, line.split("\t", 3), collected);
            }
        }
        int slash = base.lastIndexOf('/');
        int folder = base.lastIndexOf('/', slash - 1);
        return new RawDocument(
                "“%s.ann”".formatted(base),
                base.substring(slash + 1),
                null,
                null,
                text,
                null,
                List.of(collected.set(slash < 0 ? "" : base.substring(folder + 1, slash))));
    }

    private static void line(String place, String[] parts, Collected collected) {
        String[] words = parts.length > 1 ? parts[1].split(" ") : new String[0];
        switch (parts[0].isEmpty() ? ' ' : parts[0].charAt(0)) {
            case 'T' -> mark(place, parts, collected);
            case 'R' -> {
                need(place, words.length > 2, "a relation needs a type and two arguments");
                collected.tie(words[0], after(words[1]), after(words[2]));
            }
            case 'E' -> event(words, collected);
            case 'A', 'M' -> {
                need(place, words.length > 1, "an attribute needs a name and a mark");
                collected.say(words[1], words[0], words.length > 2 ? words[2] : Boolean.TRUE);
            }
            case 'N' -> {
                need(place, words.length > 2, "a reference needs a mark and a name");
                String entity = after(words[2]);
                collected.say(words[1], "entity", words[2].startsWith("Parley:") ? entity : words[2]);
                if (parts.length > 2) {
                    collected.say(words[1], "confidence", parts[2]);
                }
            }
            case '#' -> {
                if (words.length > 1 && parts.length > 2) {
                    int equals = parts[2].indexOf('=');
                    boolean ours = equals > 0 && parts[2].substring(0, equals).matches("[\\p{L}\\p{N}_-]+");
                    collected.say(
                            words[1],
                            ours ? parts[2].substring(0, equals) : "note",
                            parts[2].substring(equals < 0 || !ours ? 0 : equals + 1));
                }
            }
            case '*' -> {
                for (int i = 2; i < words.length; i++) {
                    collected.tie(words[0], words[1], words[i]);
                }
            }
            default ->
                throw ProblemException.invalid(
                        "%s: “%s” begins no line of brat's; nothing was imported.".formatted(place, parts[0]));
        }
    }

    private static void mark(String place, String[] parts, Collected collected) {
        need(place, parts.length > 2, "a mark needs its place and its words");
        int blank = parts[1].indexOf(' ');
        need(place, blank > 0, "a mark needs a type and offsets");
        need(place, !collected.has(parts[0]), "the mark %s is given twice".formatted(parts[0]));
        String[] fragments = parts[1].substring(blank + 1).split(";");
        int at = 0;
        for (String fragment : fragments) {
            String[] ends = fragment.split(" ");
            need(
                    place,
                    ends.length == 2 && ends[0].matches("\\d{1,9}") && ends[1].matches("\\d{1,9}"),
                    "the offsets “%s” should be two numbers".formatted(fragment));
            int start = Integer.parseInt(ends[0]);
            int end = Integer.parseInt(ends[1]);
            collected.mark(
                    parts[0],
                    parts[1].substring(0, blank),
                    new RawSpan(start, end, quote(parts[2], fragments.length, at, end - start)));
            at += end - start + 1;
        }
    }

    /** The words of a fragment, if they can be told from those of the others. */
    private static @org.jspecify.annotations.Nullable String quote(String words, int fragments, int from, int length) {
        if (fragments == 1) {
            return words;
        }
        DocumentText text = DocumentText.of(words);
        return length > 0 && from + length <= text.codePoints() ? text.slice(new Span(from, from + length)) : null;
    }

    /** An event's trigger is a mark; its arguments are ties. */
    private static void event(String[] words, Collected collected) {
        String trigger = words.length > 0 ? after(words[0]) : "";
        for (int i = 1; i < words.length; i++) {
            collected.tie(
                    words[i].substring(0, Math.max(0, words[i].indexOf(':'))).toLowerCase(java.util.Locale.ROOT),
                    trigger,
                    after(words[i]));
        }
    }

    private static String after(String argument) {
        return argument.substring(argument.indexOf(':') + 1);
    }

    private static void need(String place, boolean fine, String otherwise) {
        if (!fine) {
            throw ProblemException.invalid("%s: %s; nothing was imported.".formatted(place, otherwise));
        }
    }
}
