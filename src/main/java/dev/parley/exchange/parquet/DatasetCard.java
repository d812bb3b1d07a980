package dev.parley.exchange.parquet;

import dev.parley.exchange.Article;
import dev.parley.exchange.Gold;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import dev.parley.exchange.split.Part;
import dev.parley.exchange.words.Segmenter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The README of a dataset folder: what the loader needs on top, and below it what a person wants to know first. */
final class DatasetCard {

    private final Outgoing project;
    private final Losses losses;
    private final CardLicence licence;
    private final Map<String, List<DataFile>> configurations = new LinkedHashMap<>();
    private final Map<Gold.Status, Integer> gold = new EnumMap<>(Gold.Status.class);
    private final TreeSet<String> languages = new TreeSet<>();
    private final TreeSet<String> annotators = new TreeSet<>();
    private final TreeSet<String> files = new TreeSet<>();
    private int documents;
    private int undecided;

    private record DataFile(Part part, String path, long rows, long bytes) {}

    DatasetCard(Outgoing project, Losses losses) {
        this.project = project;
        this.losses = losses;
        this.licence = new CardLicence(project.source().project().settings().licence());
    }

    /** What the loader calls a part. */
    static String split(Part part) {
        return part == Part.DEV ? "validation" : part.id();
    }

    void count(Article article) {
        documents++;
        undecided += article.undecided();
        article.gold().ifPresent(settled -> gold.merge(settled.status(), 1, Integer::sum));
        String language = article.document().language();
        if (language != null) {
            languages.add(language);
        }
        files.add(article.document().source().fileName());
        article.sets(project.options())
                .forEach(set -> annotators.add(project.names().of(set.annotator())));
    }

    void add(String configuration, Part part, String path, long rows, long bytes) {
        configurations
                .computeIfAbsent(configuration, _ -> new ArrayList<>())
                .add(new DataFile(part, path, rows, bytes));
    }

    String text() {
        return """
                ---
                %s
                language: [%s]
                pretty_name: %s
                task_categories: [token-classification, text-classification]
                size_categories: [%s]
                configs:
                %sdataset_info:
                %s---

                # %s

                %s

                | | |
                |---|---|
                | Source | %d documents from %d files |
                | Scheme | `%s`, version %d |
                | Guidelines | %s |
                | Annotators | %d |
                | Offsets | half-open Unicode code points of `text` |
                | Sentences and words | `%s` |
                | Split | near-duplicates stay together; decided once, never changed |
                | Licence | %s |

                ## How it was settled

                %s

                ## Agreement

                %s
                ## What is not in here

                %s
                """.formatted(
                        licence.header(),
                        String.join(", ", languages),
                        quoted(project.source().project().name()),
                        size(),
                        configurations(),
                        info(),
                        oneLine(project.source().project().name()),
                        "Made by Parley. `gold` is what was settled, `per_annotator` what each annotator said, `disagreements` where they differ.",
                        documents,
                        files.size(),
                        project.source().scheme().id(),
                        project.source().scheme().version(),
                        project.source()
                                .guidelines()
                                .map(guide -> "version " + guide.version())
                                .orElse("none"),
                        annotators.size(),
                        Segmenter.version(),
                        licence.sentence(),
                        settled(),
                        agreement(),
                        lost());
    }

    private String size() {
        long rows = configurations.values().stream()
                .flatMap(List::stream)
                .mapToLong(DataFile::rows)
                .sum();
        return rows < 1_000
                ? "n<1K"
                : rows < 10_000
                        ? "1K<n<10K"
                        : rows < 100_000 ? "10K<n<100K" : rows < 1_000_000 ? "100K<n<1M" : "1M<n<10M";
    }

    private String configurations() {
        StringBuilder yaml = new StringBuilder();
        configurations.forEach((id, list) -> {
            yaml.append("- config_name: ").append(id).append("\n  data_files:\n");
            list.forEach(file -> yaml.append("  - split: %s\n    path: %s\n"
                    .formatted(split(file.part()), file.path().replaceAll("-0.*", "-*"))));
        });
        return yaml.toString();
    }

    private String info() {
        StringBuilder yaml = new StringBuilder();
        configurations.forEach((id, list) -> {
            yaml.append("- config_name: ").append(id).append("\n  splits:\n");
            list.forEach(file -> yaml.append("  - name: %s\n    num_bytes: %d\n    num_examples: %d\n"
                    .formatted(split(file.part()), file.bytes(), file.rows())));
        });
        return yaml.toString();
    }

    private String settled() {
        int adjudicated = gold.getOrDefault(Gold.Status.ADJUDICATED, 0);
        int all = gold.values().stream().mapToInt(Integer::intValue).sum();
        String statuses = gold.entrySet().stream()
                .map(entry -> "%d %s"
                        .formatted(entry.getValue(), entry.getKey().name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        return all == 0
                ? "Nothing is settled yet."
                : "%d of %d documents have a gold set (%s). An adjudicator decided in %.0f %% of them; %d disagreements are open."
                        .formatted(all, documents, statuses, 100.0 * adjudicated / all, undecided);
    }

    /** A row per layer and measure, from the report as our bundle has it. */
    private String agreement() {
        StringBuilder table = new StringBuilder(
                "| layer | measure | value | 95 % interval | documents | units |\n|---|---|---|---|---|---|\n");
        Object layers = project.source().agreement(project.names()).get("layers");
        int rows = 0;
        for (Object layer : layers instanceof List<?> list ? list : List.of()) {
            Map<?, ?> fields = (Map<?, ?>) layer;
            for (Object outcome : fields.get("outcomes") instanceof List<?> list ? list : List.of()) {
                table.append(row(String.valueOf(fields.get("layer")), (Map<?, ?>) outcome));
                rows++;
            }
        }
        return rows == 0 ? "Nothing to compare: no document was handed in by two annotators.\n" : table.toString();
    }

    private static String row(String layer, Map<?, ?> outcome) {
        Map<?, ?> n = outcome.get("n") instanceof Map<?, ?> counts ? counts : Map.of();
        Object value = outcome.get("value");
        return "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        layer,
                        outcome.get("measure"),
                        value == null ? outcome.get("reason") : rounded(value),
                        outcome.get("interval") instanceof List<?> ends
                                ? ends.stream().map(DatasetCard::rounded).collect(Collectors.joining(" to "))
                                : "–",
                        Objects.requireNonNullElse(n.get("documents"), "–"),
                        Objects.requireNonNullElse(n.get("units"), "–"));
    }

    private static String rounded(Object number) {
        return number instanceof Number value
                ? String.format(Locale.ROOT, "%.3f", value.doubleValue())
                : String.valueOf(number);
    }

    private String lost() {
        String list = losses.report().stream()
                .map(loss -> "- %d × %s".formatted(loss.count(), loss.what()))
                .collect(Collectors.joining("\n"));
        return list.isEmpty() ? "Nothing is lost." : list;
    }

    static String quoted(String name) {
        return '"' + oneLine(name).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String oneLine(String name) {
        return name.replaceAll("\\s+", " ");
    }
}
