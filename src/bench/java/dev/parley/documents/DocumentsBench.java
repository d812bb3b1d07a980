package dev.parley.documents;

import dev.parley.BenchApp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How fast articles come in with their duplicate check, and how fast they are found, beside many others, on both
 * databases. The many are put there by SQL, what is measured goes through the doors a person uses. Arguments: how many
 * there are (100 000), and the file for the table.
 */
public final class DocumentsBench {

    private static final Path TABLE = Path.of("src/docs/benchmarks/documents.md");

    private DocumentsBench() {}

    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path table = arguments.length > 1 ? Path.of(arguments[1]) : TABLE;
        Map<String, List<String>> rows = new LinkedHashMap<>();
        measure(rows, count, List.of());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            measure(
                    rows,
                    count,
                    List.of(
                            "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                            "--spring.datasource.username=postgres"));
        }
        write(table, count, rows);
    }

    private static void measure(Map<String, List<String>> rows, int count, List<String> settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(count)));
        arguments.addAll(settings);
        try (ConfigurableApplicationContext app = BenchApp.start(arguments.toArray(String[]::new))) {
            new Archive(app, count).measure((what, figure) -> {
                System.out.printf("%-60s %s%n", what, figure);
                rows.computeIfAbsent(what, missing -> new ArrayList<>()).add(figure);
            });
        }
    }

    private static void write(Path table, int count, Map<String, List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder(
                """
                # How fast documents come in and are found

                `./parley bench documents` measures it and writes this page: %s articles of 250 words in one project, on two cores, the
                service with its default settings. Times are medians of 21 calls in milliseconds, each asking for the first 50 rows, and
                in brackets the slowest. H2 answers a question asked again from its last result, so there the slowest is the first.

                | what | goal | H2 | PostgreSQL |
                |---|---|---|---|
                """.formatted(String.format(Locale.ROOT, "%,d", count).replace(',', ' ')));
        rows.forEach((what, figures) -> {
            String[] named = what.split("\\|", 2);
            text.append("| %s | %s | %s |%n"
                    .formatted(named[0], named.length > 1 ? named[1] : "", String.join(" | ", figures)));
        });
        text.append("""

                PostgreSQL finds words in its full text index, H2 in a table of bits. A word that nearly all articles hold is the
                slowest on both, because all its numbers are read to know how many there are.
                """);
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.writeString(table, text);
    }
}
