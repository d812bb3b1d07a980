package dev.parley.edits;

import dev.parley.BenchApp;
import dev.parley.HttpApi;
import dev.parley.account.UserId;
import dev.parley.account.UserService;
import dev.parley.annotation.Mention;
import dev.parley.annotation.SetImport;
import dev.parley.document.DocumentId;
import dev.parley.document.Span;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long one edit takes from its request to its answer, in a set without annotations and in one of 50 000, on both
 * databases. Argument: the file for the table.
 */
public final class EditsBench {

    private static final Path TABLE = Path.of("src/docs/benchmarks/edits.md");
    private static final int MANY = 50_000;
    private static final int EDITS = 1_000;
    private static final int WARMING = 500;
    private static final String ANNOTATOR = "ann";
    private static final String PASSWORD = "ann-bench-password";

    private EditsBench() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        measure(rows, List.of());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            measure(
                    rows,
                    List.of(
                            "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                            "--spring.datasource.username=postgres"));
        }
        write(arguments.length > 0 ? Path.of(arguments[0]) : TABLE, rows);
        System.exit(0);
    }

    private static void measure(Map<String, List<String>> rows, List<String> settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(""));
        arguments.addAll(settings);
        try (ConfigurableApplicationContext app = BenchApp.start(arguments.toArray(String[]::new))) {
            String url = "http://127.0.0.1:" + app.getEnvironment().getRequiredProperty("local.server.port");
            HttpApi admin = HttpApi.signIn(url, "admin", "bench-password");
            admin.post(
                    "/api/v1/users",
                    Map.of("name", ANNOTATOR, "displayName", "Ann", "password", PASSWORD, "admin", false));
            String project = admin.post("/api/v1/projects", Map.of("name", "Bench", "scheme", "envoys"))
                    .text("/id");
            admin.put(
                    "/api/v1/projects/%s/members/%s".formatted(project, ANNOTATOR),
                    Map.of("roles", List.of("annotator")));
            HttpApi annotator = HttpApi.signIn(url, ANNOTATOR, PASSWORD);
            String empty = assigned(admin, project, "x");
            String full = assigned(admin, project, "y");
            fill(app, full);
            for (String document : List.of(empty, full)) {
                times(annotator, document, 2 * MANY, WARMING);
            }
            rows.computeIfAbsent("none", _ -> new ArrayList<>())
                    .add(times(annotator, empty, 2 * (MANY + WARMING), EDITS));
            rows.computeIfAbsent("50 000", _ -> new ArrayList<>())
                    .add(times(annotator, full, 2 * (MANY + WARMING), EDITS));
        }
    }

    /** A document of one-letter words, two code points each. */
    private static String assigned(HttpApi admin, String project, String letter) {
        byte[] text = (letter + " ").repeat(MANY + WARMING + EDITS).getBytes(StandardCharsets.UTF_8);
        String document = admin.upload(
                        "/api/v1/projects/%s/files?accept=proposal".formatted(project), Map.of(letter + ".txt", text))
                .json()
                .findValue("documents")
                .get(0)
                .asString();
        admin.post(
                "/api/v1/projects/%s/assignments".formatted(project),
                Map.of("documents", List.of(document), "annotators", List.of(ANNOTATOR), "perDocument", 1));
        return document;
    }

    private static void fill(ConfigurableApplicationContext app, String document) {
        UserService users = app.getBean(UserService.class);
        UserId annotator = users.get(ANNOTATOR).id();
        List<Mention> mentions = IntStream.range(0, MANY)
                .mapToObj(index -> new Mention(
                        "m" + index, "ORG", List.of(new Span(2 * index, 2 * index + 1)), Map.of(), null, List.of()))
                .toList();
        List<String> faults =
                app.getBean(SetImport.class).fill(users.get("admin"), DocumentId.of(document), annotator, mentions);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.getFirst());
        }
    }

    /** Marks one word after the other. @return the median and the 99th percentile of the milliseconds that each took */
    private static String times(HttpApi annotator, String document, int from, int count) {
        long[] nanos = new long[count];
        for (int index = 0; index < count; index++) {
            int start = from + 2 * index;
            Map<String, Object> mention = Map.of(
                    "id", "n" + start, "label", "ORG", "spans", List.of(Map.of("start", start, "end", start + 1)));
            Map<String, Object> edit = Map.of("id", "e" + start, "op", "put", "kind", "mention", "value", mention);
            long begin = System.nanoTime();
            HttpApi.Answer answer = annotator.post(
                    "/api/v1/documents/%s/sets/me/edits".formatted(document), Map.of("edits", List.of(edit)));
            nanos[index] = System.nanoTime() - begin;
            if (!answer.text("/results/0/status").equals("applied")) {
                throw new IllegalStateException(answer.text());
            }
        }
        Arrays.sort(nanos);
        String figure =
                String.format(Locale.ROOT, "%.1f / %.1f", nanos[count / 2] / 1e6, nanos[count * 99 / 100] / 1e6);
        System.out.println(figure);
        return figure;
    }

    private static void write(Path table, Map<String, List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder("""
                # What one edit costs the server

                `./parley bench edits` measures it and writes this page: the milliseconds from the request with one new mention to its
                answer, the middle of 1 000 and what ninety-nine of a hundred stay under, one after the other over HTTP. Goal: 25 for
                ninety-nine of a hundred, and the same however much is there. `EditCostTests` counts the statements, which are the
                same as well.

                | annotations in the set | H2 | PostgreSQL |
                |---|---|---|
                """);
        rows.forEach((what, figures) -> text.append("| %s | %s |%n".formatted(what, String.join(" | ", figures))));
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.writeString(table, text);
    }
}
