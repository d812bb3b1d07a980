package dev.parley.exchange.foreign;

import dev.parley.annotation.Mention;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.exchange.Article;
import dev.parley.exchange.Bundle;
import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.Layers;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import dev.parley.exchange.words.Segmenter;
import dev.parley.exchange.words.Sentence;
import dev.parley.exchange.words.Token;
import dev.parley.scheme.Attribute;
import dev.parley.scheme.Layer;
import dev.parley.scheme.Scheme;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * WebAnno TSV 3.3: for each set a folder with a file per document. All marks stand in one span layer, so that one relation
 * layer can tie any two of them. Offsets are UTF-16; a mark over more than one token, and one that shares a token, has a
 * number in brackets. What lies between sentences is not stored there.
 */
final class WebAnnoTsvForm implements Form {

    static final String LAYER = "webanno.custom.Mark";
    static final String RELATION = "webanno.custom.Tie";

    private static final Set<Feature> HELD =
            EnumSet.complementOf(EnumSet.of(Feature.OUTWARD_RELATIONS, Feature.SEGMENTS));

    @Override
    public Format format() {
        return Format.WEBANNO_TSV;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) throws IOException {
        Feature.accountProject(project.source(), false, losses);
        List<String> features = features(project.source().definition());
        Bundle zip = new Bundle(out);
        try {
            project.forEachSet((article, layers) -> {
                Feature.account(HELD, article, layers, losses);
                losses.add(
                        "texts whose blanks between sentences cannot be told any more",
                        article.document().id().toString());
                String name =
                        FileNames.of(project.nameOf(layers), article.document().id());
                String text = new Sheet(article, layers, features, losses).text();
                try {
                    zip.add(name + ".tsv", entry -> entry.write(text.getBytes(StandardCharsets.UTF_8)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        zip.finish();
    }

    /** The columns of the span layer, label and link first. */
    private static List<String> features(Scheme scheme) {
        Stream<String> attributes = Stream.<Layer>concat(scheme.spanLayers().stream(), scheme.frame().stream())
                .flatMap(layer -> layer.attributes().stream())
                .map(Attribute::id)
                .distinct();
        return Stream.of(
                        Stream.of("value", "identifier", "confidence", "flags"),
                        attributes,
                        Marks.PARTY_ROLES.stream(),
                        Stream.of(Marks.IMPLICIT))
                .flatMap(stream -> stream)
                .distinct()
                .toList();
    }

    static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\\', '[', ']', '|', '_', ';', '*' -> escaped.append('\\').append(c);
                case '-' -> escaped.append(value.startsWith("->", i) ? "\\-" : "-");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** One file. */
    private static final class Sheet {

        private final DocumentText text;
        private final List<String> features;
        private final List<Sentence> sentences;
        private final Marks marks;
        private final Article article;
        private final Losses losses;
        /** By token (sentence and number in it): the stretches on it, each with its number in the file. */
        private final Map<List<Integer>, Map<Integer, Mark>> onToken = new HashMap<>();

        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<String, String> address = new HashMap<>();
        private final Map<List<Integer>, List<String[]>> ties = new HashMap<>();
        private final Map<String, List<Integer>> place = new HashMap<>();
        private final Map<String, List<String>> cells = new HashMap<>();

        Sheet(Article article, Layers layers, List<String> features, Losses losses) {
            this.text = article.text();
            this.features = features;
            this.article = article;
            this.losses = losses;
            this.sentences = Segmenter.sentences(text, article.document().language());
            this.marks = Marks.of(article, layers, losses);
            List<Tie> continued = new ArrayList<>();
            for (Mark mark : marks.marks()) {
                for (int i = 0; i < mark.spans().size(); i++) {
                    String id = i == 0 ? mark.id() : "%s~%d".formatted(mark.id(), i + 1);
                    lay(id, mark, mark.spans().get(i));
                    if (i > 0) {
                        continued.add(new Tie(id, LabelStudioForm.CONTINUES, id, mark.id()));
                    }
                }
            }
            Stream.concat(continued.stream(), marks.ties().stream()).forEach(this::tie);
        }

        private void lay(String id, Mark mark, Span span) {
            int number = numbers.size() + 1;
            boolean laid = false;
            int covered = 0;
            for (int s = firstEndingAfter(span.start());
                    s < sentences.size() && sentences.get(s).span().start() < span.end();
                    s++) {
                Sentence sentence = sentences.get(s);
                int[] range = sentence.touched(span);
                for (int t = range[0]; t < range[1]; t++) {
                    List<Integer> token = List.of(s, t);
                    onToken.computeIfAbsent(token, _ -> new TreeMap<>()).put(number, mark);
                    if (!laid) {
                        numbers.put(id, number);
                        address.put(id, "%d-%d".formatted(s + 1, t + 1));
                        place.put(id, token);
                        laid = true;
                    }
                    covered += sentence.tokens().get(t).span().overlap(span)
                                    == sentence.tokens().get(t).span().length()
                            ? 0
                            : 1;
                }
            }
            if (!laid) {
                losses.add("spans that touch no token", article, mark.id());
                numbers.put(id, number);
            } else if (covered > 0) {
                losses.add("spans widened to whole tokens", article, mark.id());
            }
        }

        /** Sentences stand in order, and a long text has thousands. */
        private int firstEndingAfter(int offset) {
            int low = 0;
            int high = sentences.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sentences.get(middle).span().end() > offset) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        /** Stands on the first token of where it leads to. */
        private void tie(Tie tie) {
            List<Integer> token = place.get(tie.to());
            String from = address.get(tie.from());
            if (token != null && from != null) {
                ties.computeIfAbsent(token, _ -> new ArrayList<>()).add(new String[] {
                    escaped(tie.type()), "%s[%d_%d]".formatted(from, numbers.get(tie.from()), numbers.get(tie.to()))
                });
            }
        }

        String text() {
            StringBuilder lines = new StringBuilder("#FORMAT=WebAnno TSV 3.3\n#T_SP=%s|%s\n#T_RL=%s|label|BT_%s\n\n"
                    .formatted(LAYER, String.join("|", features), RELATION, LAYER));
            for (int s = 0; s < sentences.size(); s++) {
                Sentence sentence = sentences.get(s);
                lines.append("\n#Text=")
                        .append(escapedText(text.slice(sentence.span())))
                        .append('\n');
                for (int t = 0; t < sentence.tokens().size(); t++) {
                    row(lines, sentence.tokens().get(t), s, t);
                }
            }
            return lines.toString();
        }

        /** Inside a sentence no line ends; only the backslash could be misread. */
        private static String escapedText(String sentence) {
            return sentence.replace("\\", "\\\\").replace("\t", "\\t").replace("\r", "\\r");
        }

        private void row(StringBuilder lines, Token token, int sentence, int number) {
            List<Integer> at = List.of(sentence, number);
            lines.append(sentence + 1).append('-').append(number + 1).append('\t');
            lines.append(text.toUtf16(token.start()))
                    .append('-')
                    .append(text.toUtf16(token.end()))
                    .append('\t');
            lines.append(escapedText(token.text())).append('\t');
            Map<Integer, Mark> here = onToken.getOrDefault(at, Map.of());
            for (int feature = 0; feature < features.size(); feature++) {
                String before = "";
                for (Map.Entry<Integer, Mark> mark : here.entrySet()) {
                    lines.append(before)
                            .append(cells(mark.getValue()).get(feature))
                            .append('[')
                            .append(mark.getKey().intValue())
                            .append(']');
                    before = "|";
                }
                lines.append(here.isEmpty() ? "_\t" : "\t");
            }
            List<String[]> led = ties.getOrDefault(at, List.of());
            for (int column = 0; column < 2; column++) {
                int wanted = column;
                lines.append(
                                led.isEmpty()
                                        ? "_"
                                        : led.stream().map(tie -> tie[wanted]).collect(Collectors.joining("|")))
                        .append('\t');
            }
            lines.append('\n');
        }

        /** What a mark says, column by column; worked out once, however many tokens it covers. */
        private List<String> cells(Mark mark) {
            return cells.computeIfAbsent(
                    mark.id(),
                    _ -> features.stream().map(feature -> value(mark, feature)).toList());
        }

        private static String value(Mark mark, String feature) {
            Mention.Link link = mark.link();
            String value = switch (feature) {
                case "value" -> mark.label();
                case "identifier" -> link == null ? "" : link.entity() == null ? "nil" : link.entity();
                case "confidence" ->
                    link == null ? "" : link.confidence().name().toLowerCase(Locale.ROOT);
                case "flags" -> String.join(",", mark.flags());
                default -> words(mark.attributes().get(feature));
            };
            return value.isEmpty() ? "*" : escaped(value);
        }

        private static String words(@org.jspecify.annotations.Nullable Object value) {
            return switch (value) {
                case null -> "";
                case List<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(","));
                default -> value.toString();
            };
        }
    }
}
