package dev.parley.exchange;

import dev.parley.BenchApp;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.exchange.foreign.ForeignFile;
import dev.parley.exchange.intake.ImportOptions;
import dev.parley.exchange.intake.IntakeService;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How fast annotations come in and go out, and how much memory an export holds. Arguments: how many annotations
 * (1 000 000); further words go to the app, such as a PostgreSQL to measure instead of H2.
 */
public final class ExchangeBench {

    private static final int IN_A_FILE = 100_000;
    private static final int IN_A_DOCUMENT = 250;
    private static final long LOOK_EVERY = 32L << 20;

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

    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        try (ConfigurableApplicationContext app = BenchApp.start(arguments)) {
            ExchangeBench bench = new ExchangeBench(app);
            for (int done = 0; done < count; done += IN_A_FILE) {
                bench.take(done, Math.min(IN_A_FILE, count - done));
            }
            for (Format format : List.of(Format.JSON_LINES, Format.JSON_LINES, Format.SPANS, Format.PARQUET)) {
                bench.write(format, count);
            }
        }
    }

    private void take(int from, int count) {
        String file = IntStream.range(from / IN_A_DOCUMENT, (from + count) / IN_A_DOCUMENT)
                .mapToObj(ExchangeBench::line)
                .collect(Collectors.joining("\n"));
        ForeignFile sent = ForeignFile.of("bench.jsonl", file.getBytes(StandardCharsets.UTF_8));
        long begin = System.nanoTime();
        imports.run(manager, project, "doccano", sent, ImportOptions.DEFAULT);
        System.out.printf("import of %,d annotations: %.1f s%n", count, (System.nanoTime() - begin) / 1e9);
    }

    private static String line(int document) {
        String labels = IntStream.range(0, IN_A_DOCUMENT)
                .mapToObj(i -> "[%d,%d,\"PERSON\"]".formatted(i * 5, i * 5 + 4))
                .collect(Collectors.joining(","));
        return "{\"text\":\"%s%d\",\"label\":[%s],\"annotator\":\"mara\"}"
                .formatted("Odra ".repeat(IN_A_DOCUMENT), document, labels);
    }

    private void write(Format format, int count) throws IOException {
        long before = heap();
        Looking out = new Looking(before);
        long begin = System.nanoTime();
        exports.export(
                manager, project, format, new ExportOptions(new Selection.One("mara"), false, false), head -> out);
        double seconds = (System.nanoTime() - begin - out.spent) / 1e9;
        System.out.printf(
                "export as %-8s %,.0f annotations/s, %,d MB, heap grew by at most %d MB%n",
                format.id(), count / seconds, out.bytes >> 20, out.most >> 20);
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
        private long next = LOOK_EVERY;
        private long most;
        private long spent;

        Looking(long before) {
            this.before = before;
        }

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
            if (bytes > next) {
                long begin = System.nanoTime();
                most = Math.max(most, heap() - before);
                next = bytes + LOOK_EVERY;
                spent += System.nanoTime() - begin;
            }
        }
    }
}
