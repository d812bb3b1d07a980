package dev.parley.exchange.foreign;

import dev.parley.annotation.Mention;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.exchange.Bundle;
import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import dev.parley.scheme.Attribute;
import dev.parley.scheme.Label;
import dev.parley.scheme.Layer;
import dev.parley.scheme.Scheme;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * brat's standoff: for each set a folder with a {@code .txt} and an {@code .ann} per document, and the configuration that
 * knows the labels. Offsets are code points. A fragment there cannot hold a line end, so spans are parted at them; annotations
 * are numbered anew.
 */
final class BratForm implements Form {

    private static final Set<Feature> HELD =
            EnumSet.complementOf(EnumSet.of(Feature.OUTWARD_RELATIONS, Feature.SEGMENTS));

    @Override
    public Format format() {
        return Format.BRAT;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) throws IOException {
        Feature.accountProject(project.source(), false, losses);
        Bundle zip = new Bundle(out);
        add(zip, "annotation.conf", configuration(project.source().definition()));
        try {
            project.forEachSet((article, layers) -> {
                Feature.account(HELD, article, layers, losses);
                String name =
                        FileNames.of(project.nameOf(layers), article.document().id());
                Marks marks = Marks.of(article, layers, losses);
                add(zip, name + ".txt", article.text().value());
                add(zip, name + ".ann", new Standoff(article.text(), marks).text());
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        zip.finish();
    }

    private static void add(Bundle zip, String name, String text) {
        try {
            zip.add(name, entry -> entry.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String configuration(Scheme scheme) {
        String labels = Stream.concat(
                        scheme.spanLayers().stream()
                                .flatMap(layer -> layer.labels().stream())
                                .map(Label::id),
                        Stream.of(Mark.CLAIM, Mark.CUE))
                .map(BratForm::word)
                .collect(Collectors.joining("\n"));
        StringBuilder relations = new StringBuilder();
        Marks.PARTY_ROLES.forEach(role -> relations.append(role).append("\tArg1:CLAIM, Arg2:<ENTITY>\n"));
        relations.append("cue\tArg1:CLAIM, Arg2:CUE\nparent\tArg1:CLAIM, Arg2:CLAIM\n");
        scheme.relations()
                .forEach(relation -> relations.append(word(relation.id())).append("\tArg1:<ENTITY>, Arg2:<ENTITY>\n"));
        Map<String, String> attributes = new LinkedHashMap<>();
        Stream.<Layer>concat(scheme.spanLayers().stream(), scheme.frame().stream())
                .flatMap(layer -> layer.attributes().stream())
                .filter(attribute -> !attribute.values().isEmpty())
                .forEach(attribute ->
                        attributes.merge(word(attribute.id()), values(attribute), (one, other) -> one + "|" + other));
        return "[entities]\n%s\n\n[relations]\n%s\n[events]\n\n[attributes]\n%s\n"
                .formatted(
                        labels,
                        relations,
                        attributes.entrySet().stream()
                                .map(entry -> "%s\tArg:<ENTITY>, Value:%s".formatted(entry.getKey(), entry.getValue()))
                                .collect(Collectors.joining("\n")));
    }

    private static String values(Attribute attribute) {
        return attribute.values().stream().map(BratForm::word).collect(Collectors.joining("|"));
    }

    /** Types there are words without blanks. */
    static String word(String id) {
        return id.replaceAll("[^\\p{L}\\p{N}_-]", "_");
    }

    /** The lines of one {@code .ann} file. */
    private static final class Standoff {

        private final DocumentText text;
        private final Marks marks;
        private final StringBuilder lines = new StringBuilder();
        private final Map<String, String> names = new HashMap<>();
        private int attributes;
        private int notes;
        private int references;

        Standoff(DocumentText text, Marks marks) {
            this.text = text;
            this.marks = marks;
        }

        String text() {
            marks.marks().forEach(this::mark);
            int number = 0;
            for (Tie tie : marks.ties()) {
                line(
                        "R%d\t%s Arg1:%s Arg2:%s",
                        ++number,
                        word(tie.type()),
                        names.getOrDefault(tie.from(), "T0"),
                        names.getOrDefault(tie.to(), "T0"));
            }
            return lines.toString();
        }

        private void mark(Mark mark) {
            String name = "T" + (names.size() + 1);
            names.put(mark.id(), name);
            List<Span> fragments = fragments(mark.spans());
            line(
                    "%s\t%s %s\t%s",
                    name,
                    word(mark.label()),
                    fragments.stream()
                            .map(span -> span.start() + " " + span.end())
                            .collect(Collectors.joining(";")),
                    fragments.stream().map(text::slice).collect(Collectors.joining(" ")));
            mark.attributes().forEach((attribute, value) -> attribute(name, attribute, value));
            if (!mark.flags().isEmpty()) {
                note(name, "flags", String.join(",", mark.flags()));
            }
            Mention.Link link = mark.link();
            if (link != null) {
                line(
                        "N%d\tReference %s Parley:%s\t%s",
                        ++references,
                        name,
                        link.entity() == null ? "nil" : link.entity(),
                        link.confidence().name().toLowerCase(Locale.ROOT));
            }
        }

        private void attribute(String name, String attribute, Object value) {
            if (value instanceof Boolean flag) {
                if (flag) {
                    line("A%d\t%s %s", ++attributes, word(attribute), name);
                } else {
                    note(name, attribute, "false");
                }
            } else if (value instanceof String words && words.equals(word(words)) && !words.isEmpty()) {
                line("A%d\t%s %s %s", ++attributes, word(attribute), name, words);
            } else {
                note(
                        name,
                        attribute,
                        value instanceof List<?> many
                                ? many.stream().map(String::valueOf).collect(Collectors.joining(","))
                                : String.valueOf(value));
            }
        }

        private void note(String name, String what, String words) {
            line("#%d\tAnnotatorNotes %s\t%s=%s", ++notes, name, what, words.replaceAll("[\\t\\r\\n]", " "));
        }

        private void line(String format, Object... values) {
            lines.append(String.format(Locale.ROOT, format, values)).append('\n');
        }

        /** Without line ends, at which spans are parted. */
        private List<Span> fragments(List<Span> spans) {
            List<Span> fragments = new ArrayList<>();
            for (Span span : spans) {
                int start = span.start();
                for (int at = span.start(); at <= span.end(); at++) {
                    boolean end = at == span.end();
                    if (end || text.value().charAt(text.toUtf16(at)) == '\n') {
                        if (at > start) {
                            fragments.add(new Span(start, at));
                        }
                        start = at + 1;
                    }
                }
            }
            return fragments.isEmpty() ? spans : fragments;
        }
    }
}
