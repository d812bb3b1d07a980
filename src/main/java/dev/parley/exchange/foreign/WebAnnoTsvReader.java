package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.RawDocument.RawSpan;
import dev.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads WebAnno TSV 3: span layers, and relation layers between them. The text between sentences, which the format does not
 * hold, is filled with blanks and a line end, so that the offsets stay what they are.
 */
final class WebAnnoTsvReader {

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(?<!\\\\)\\[(\\d+)]");
    private static final Pattern TIE = Pattern.compile("(\\d+-\\d+)(?:\\.\\d+)?(?:\\[(\\d+)_(\\d+)])?");

    private WebAnnoTsvReader() {}

    static void read(ForeignFile file, Consumer<RawDocument> found) {
        file.entries(name -> name.endsWith(".tsv"), entry -> found.accept(new Sheet(entry.name()).read(entry.text())));
    }

    /**
     * A column group: a layer and its features.
     *
     * @param base the layer whose marks a relation ties; empty for marks themselves
     */
    private record Layer(String name, List<String> features, String base) {

        boolean relation() {
            return !base.isEmpty();
        }

        /** What its marks are called where no feature says. */
        String shortName() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        int width() {
            return features.size() + (relation() ? 1 : 0);
        }
    }

    private static final class Sheet {

        private final String name;
        private final List<Layer> layers = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final Collected collected = new Collected();
        /** Marks by their key: first offset, last offset, label, what is said. */
        private final Map<String, int[]> places = new LinkedHashMap<>();

        private final Map<String, Map<String, String>> said = new LinkedHashMap<>();
        private final Map<String, String> shortNames = new HashMap<>();
        private final Map<String, String> firstOnToken = new HashMap<>();
        private final List<String[]> ties = new ArrayList<>();

        Sheet(String name) {
            this.name = name;
        }

        RawDocument read(String tsv) {
            List<String> lines = tsv.lines().toList();
            if (lines.isEmpty() || !lines.getFirst().startsWith("#FORMAT=WebAnno TSV 3")) {
                throw ProblemException.invalid(
                        "“%s” does not begin with #FORMAT=WebAnno TSV 3; nothing was imported.".formatted(name));
            }
            String pending = "";
            for (int i = 1; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.startsWith("#T_SP=") || line.startsWith("#T_CH=")) {
                    String[] parts = line.substring(6).split("\\|");
                    layers.add(new Layer(parts[0], List.of(parts).subList(1, parts.length), ""));
                } else if (line.startsWith("#T_RL=")) {
                    String[] parts = line.substring(6).split("\\|");
                    layers.add(new Layer(
                            parts[0],
                            List.of(parts).subList(1, Math.max(1, parts.length - 1)),
                            parts[parts.length - 1].replaceFirst("^BT_", "")));
                } else if (line.startsWith("#Text=")) {
                    pending = pending.isEmpty()
                            ? unescaped(line.substring(6))
                            : pending + "\n" + unescaped(line.substring(6));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    pending = row("“%s”, line %d".formatted(name, i + 1), line.split("\t", -1), pending);
                }
            }
            places.forEach((key, place) -> {
                Map<String, String> features = said.getOrDefault(key, Map.of());
                String label = features.getOrDefault(
                        "value", features.getOrDefault("label", shortNames.getOrDefault(key, "")));
                collected.mark(
                        key,
                        label,
                        new RawSpan(
                                place[0],
                                place[1],
                                text.substring(Math.min(place[0], text.length()), Math.min(place[1], text.length()))));
                features.forEach((feature, value) -> {
                    if (feature.equals("identifier")) {
                        collected.say(key, "entity", value);
                    } else if (!feature.equals("value") && !feature.equals("label")) {
                        collected.say(key, feature, value);
                    }
                });
            });
            ties.forEach(tie -> collected.tie(tie[0], tie[1], tie[2]));
            int slash = name.lastIndexOf('/');
            return new RawDocument(
                    "“%s”".formatted(name),
                    name.substring(slash + 1).replaceAll("\\.tsv$", ""),
                    null,
                    null,
                    text.toString(),
                    OffsetUnit.UTF_16,
                    List.of(collected.set(
                            slash < 0 ? "" : name.substring(name.lastIndexOf('/', slash - 1) + 1, slash))));
        }

        /** @param pending the sentence's text, to be set at its first token; @return what is still to be set */
        private String row(String place, String[] cells, String pending) {
            Matcher offsets = Pattern.compile("(\\d+)-(\\d+)").matcher(cells.length > 1 ? cells[1] : "");
            if (cells.length < 3 || !offsets.matches()) {
                throw ProblemException.invalid(
                        "%s: a row needs its number, offsets such as 0-4, and a word; nothing was imported."
                                .formatted(place));
            }
            int start = Integer.parseInt(offsets.group(1));
            int end = Integer.parseInt(offsets.group(2));
            if (!pending.isEmpty()) {
                while (text.length() < start) {
                    text.append(text.length() + 1 == start ? '\n' : ' ');
                }
                text.append(pending);
            }
            if (end > text.length()) {
                throw ProblemException.invalid("%s: the word “%s” ends at %d, after the text; nothing was imported."
                        .formatted(place, cells[2], end));
            }
            int column = 3;
            for (Layer layer : layers) {
                if (layer.relation()) {
                    relation(layer, cells, column, cells[0]);
                } else {
                    spans(layer, cells, column, cells[0], start, end);
                }
                column += layer.width();
            }
            return "";
        }

        private void spans(Layer layer, String[] cells, int column, String token, int start, int end) {
            for (int f = 0; f < layer.features().size() && column + f < cells.length; f++) {
                if (cells[column + f].equals("_") || cells[column + f].isEmpty()) {
                    continue;
                }
                int alone = 0;
                for (String part : cells[column + f].split("(?<!\\\\)\\|")) {
                    Matcher numbered = NUMBERED.matcher(part);
                    boolean known = numbered.matches();
                    String value = unescaped(known ? numbered.group(1) : part);
                    String key = "%s#%s".formatted(layer.name(), known ? numbered.group(2) : token + "." + alone++);
                    int[] at = places.computeIfAbsent(key, _ -> new int[] {start, end});
                    at[1] = end;
                    shortNames.putIfAbsent(key, layer.shortName());
                    firstOnToken.putIfAbsent(layer.name() + "@" + token, key);
                    if (!part.startsWith("*")) {
                        said.computeIfAbsent(key, _ -> new LinkedHashMap<>())
                                .putIfAbsent(layer.features().get(f), value);
                    }
                }
            }
        }

        private void relation(Layer layer, String[] cells, int column, String token) {
            int led = column + layer.features().size();
            if (led >= cells.length || cells[led].equals("_") || cells[led].isEmpty()) {
                return;
            }
            String[] targets = cells[led].split("\\|");
            String[] labels = layer.features().isEmpty() ? new String[0] : cells[column].split("(?<!\\\\)\\|");
            for (int i = 0; i < targets.length; i++) {
                Matcher tie = TIE.matcher(targets[i]);
                if (tie.matches()) {
                    String base = layer.base();
                    boolean numbered = tie.group(2) != null && !tie.group(2).equals("0");
                    String from = numbered
                            ? base + "#" + tie.group(2)
                            : firstOnToken.getOrDefault(base + "@" + tie.group(1), "");
                    String to =
                            numbered ? base + "#" + tie.group(3) : firstOnToken.getOrDefault(base + "@" + token, "");
                    ties.add(new String[] {unescaped(i < labels.length ? labels[i] : "related"), from, to});
                }
            }
        }

        private static String unescaped(String value) {
            StringBuilder plain = new StringBuilder();
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '\\' && i + 1 < value.length()) {
                    char next = value.charAt(++i);
                    plain.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
                } else {
                    plain.append(c);
                }
            }
            return plain.toString();
        }
    }
}
