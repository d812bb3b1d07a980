package dev.parley.exchange;

import com.sun.management.OperatingSystemMXBean;
import dev.parley.BenchApp;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.exchange.foreign.ForeignFile;
import dev.parley.exchange.intake.ImportOptions;
import dev.parley.exchange.intake.IntakeService;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How fast annotations come in and go out on both databases, and how much memory an export holds. Arguments: how many
 * annotations (1 000 000), and which database (both). What was measured on both stands in src/docs/benchmarks/exchange.md
 * afterwards.
 */
public final class ExchangeBench {

    private static final Path PAGE = Path.of("src/docs/benchmarks/exchange.md");
    private static final int MILLION = 1_000_000;
    private static final int IN_A_FILE = 100_000;
    private static final int IN_A_DOCUMENT = 250;
    private static final long LOOK_EVERY = 32L << 20;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final List<Format> FORMATS = List.of(
            Format.JSON_LINES,
            Format.BUNDLE,
            Format.SPANS,
            Format.BRAT,
            Format.LABEL_STUDIO,
            Format.WEBANNO_TSV,
            Format.PARQUET);

    private final IntakeService imports;
    private final ExportService exports;
    private final User manager;
    private final ProjectId project;

    private ExchangeBench(ConfigurableApplicationContext app) {
        imports = app.getBean(IntakeService.class);
        exports = app.getBean(ExportService.class);
        manager = app.getBean(UserService.class).get("admin");
        project = app.getBean(ProjectService.class)
                .create(manager, "Bench", null, ProjectSettings.DEFAULT)
                .id();
    }

    /**
     * @param processor seconds that processors worked on 100 000 annotations in this process; it hardly depends on what else runs
     * @param heapMegabytes by which the heap grew at most, as far as one can see after a collection
     */
    private record Export(
            String database, String what, double perSecond, double processor, double firstByte, long heapMegabytes) {}

    private record Import(double seconds, double processor) {}

    private record Result(List<Import> imports, List<Export> exports) {}

    public static void main(String[] arguments) throws IOException {
        double load = SYSTEM.getSystemLoadAverage();
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MILLION;
        String only = arguments.length > 1 ? arguments[1] : "";
        List<Result> results = new ArrayList<>();
        if (!only.equals("postgresql")) {
            results.add(measure("H2", count));
        }
        if (!only.equals("h2")) {
            try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
                results.add(measure(
                        "PostgreSQL",
                        count,
                        "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres"));
            }
        }
        String page = page(count, load, results);
        System.out.println(page);
        if (results.size() == 2) {
            Files.writeString(PAGE, page);
        }
    }

    private static Result measure(String database, int count, String... settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("own"));
        arguments.addAll(Arrays.asList(settings));
        try (ConfigurableApplicationContext app = BenchApp.start(arguments.toArray(String[]::new))) {
            ExchangeBench bench = new ExchangeBench(app);
            List<Import> seconds = new ArrayList<>();
            for (int done = 0; done < count; done += IN_A_FILE) {
                seconds.add(bench.take(done, Math.min(IN_A_FILE, count - done)));
            }
            List<Export> exports = new ArrayList<>();
            bench.write(database, Format.JSON_LINES, new Selection.One("mara"), count);
            exports.add(bench.write(database, Format.JSON_LINES, new Selection.All(), count));
            for (Format format : FORMATS) {
                exports.add(bench.write(database, format, new Selection.One("mara"), count));
            }
            return new Result(seconds, exports);
        }
    }

    private Import take(int from, int count) {
        String file = IntStream.range(from / IN_A_DOCUMENT, (from + count) / IN_A_DOCUMENT)
                .mapToObj(ExchangeBench::line)
                .collect(Collectors.joining("\n"));
        long begin = System.nanoTime();
        long worked = SYSTEM.getProcessCpuTime();
        try (ForeignFile sent = ForeignFile.of("bench.jsonl", file.getBytes(StandardCharsets.UTF_8))) {
            imports.run(manager, project, "doccano", sent, ImportOptions.DEFAULT);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Import took = new Import(seconds, (SYSTEM.getProcessCpuTime() - worked) / 1e9);
        System.out.printf("import of %,d annotations: %s%n", count, took);
        return took;
    }

    private static String line(int document) {
        String labels = IntStream.range(0, IN_A_DOCUMENT)
                .mapToObj(i -> "[%d,%d,\"PERSON\"]".formatted(i * 5, i * 5 + 4))
                .collect(Collectors.joining(","));
        return "{\"text\":\"%s%d\",\"label\":[%s],\"annotator\":\"mara\"}"
                .formatted("Odra ".repeat(IN_A_DOCUMENT), document, labels);
    }

    private Export write(String database, Format format, Selection sets, int count) throws IOException {
        Looking out = new Looking(heap());
        long begin = System.nanoTime();
        long worked = SYSTEM.getProcessCpuTime();
        exports.export(manager, project, format, new ExportOptions(sets, false, false), head -> out);
        double seconds = (System.nanoTime() - begin - out.spent) / 1e9;
        Export export = new Export(
                database,
                format.id() + (sets instanceof Selection.All ? " with gold" : ""),
                count / seconds,
                (SYSTEM.getProcessCpuTime() - worked - out.worked) / 1e9 / count * IN_A_FILE,
                (out.first - begin) / 1e9,
                out.most >> 20);
        System.out.println(row(export));
        return export;
    }

    private static String page(int count, double load, List<Result> results) {
        String rows = results.stream()
                .flatMap(result -> result.exports().stream())
                .map(ExchangeBench::row)
                .collect(Collectors.joining("\n"));
        String imports = results.stream()
                .map(result -> "%s %.0f s (%.0f s of a processor)"
                        .formatted(
                                result.exports().getFirst().database(),
                                result.imports().stream()
                                        .mapToDouble(Import::seconds)
                                        .max()
                                        .orElse(0),
                                result.imports().stream()
                                        .mapToDouble(Import::processor)
                                        .max()
                                        .orElse(0)))
                .collect(Collectors.joining(", "));
        return """
                # How fast data goes out and comes in

                `./parley bench exchange` measures it and writes this page: %,d mentions in documents of %d, brought in as doccano's
                lines, %,d at a time, then taken out in one go. Goals: 50 000 annotations a second, the first byte within a second,
                at most 64 MB more heap, 100 000 annotations in within 30 seconds; on two cores, nothing else running. When this was
                measured, %d processors had a load of %.0f; what is above their number took its share. The seconds of a processor that this
                process worked for 100,000 annotations hardly depend on that. “With gold” aligns the sets and works out the gold set of
                every document on the way; the others take one annotator's sets.

                | database | format | annotations/s | processor, s for 100,000 | first byte, s | heap, MB more |
                |---|---|---|---|---|---|
                %s

                The slowest import of %,d annotations: %s.
                """.formatted(
                count, IN_A_DOCUMENT, IN_A_FILE, SYSTEM.getAvailableProcessors(), load, rows, IN_A_FILE, imports);
    }

    private static String row(Export export) {
        return "| %s | %s | %,.0f | %.2f | %.2f | %d |"
                .formatted(
                        export.database(),
                        export.what(),
                        export.perSecond(),
                        export.processor(),
                        export.firstByte(),
                        export.heapMegabytes());
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Keeps nothing, and looks at the heap now and then; the time for that is not counted. */
    private static final class Looking extends OutputStream {

        private final long before;
        private long bytes;
        private long first;
        private long next = LOOK_EVERY;
        private long most;
        private long spent;
        private long worked;

        Looking(long before) {
            this.before = before;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            first = first == 0 ? System.nanoTime() : first;
            bytes += length;
            if (bytes > next) {
                long begin = System.nanoTime();
                long busy = SYSTEM.getProcessCpuTime();
                most = Math.max(most, heap() - before);
                next = bytes + LOOK_EVERY;
                spent += System.nanoTime() - begin;
                worked += SYSTEM.getProcessCpuTime() - busy;
            }
        }
    }
}
