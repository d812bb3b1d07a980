package dev.parley.documents;

import dev.parley.BenchApp;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.document.DocumentList;
import dev.parley.document.DocumentQuery;
import dev.parley.document.DocumentService;
import dev.parley.document.FileResult;
import dev.parley.document.ImportService;
import dev.parley.document.UploadedFile;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ByteArrayResource;

/**
 * How fast articles come in with their duplicate check, and how fast they are found among many. Fills a project through
 * the same door as a person does. Arguments: how many documents (100 000), further words go to the app, such as a
 * PostgreSQL to measure instead of H2.
 */
public final class DocumentsBench {

    private static final int WORDS = 250;
    private static final int VOCABULARY = 30_000;
    private static final int AT_ONCE = 500;
    private static final int TIMES = 21;

    private final Random random = new Random(7);
    private final ImportService imports;
    private final DocumentService documents;
    private final User manager;
    private final ProjectId project;

    private DocumentsBench(ConfigurableApplicationContext app) {
        imports = app.getBean(ImportService.class);
        documents = app.getBean(DocumentService.class);
        manager = app.getBean(UserService.class).get("admin");
        project = app.getBean(ProjectService.class)
                .create(manager, "Bench", null, ProjectSettings.DEFAULT)
                .id();
    }

    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        try (ConfigurableApplicationContext app = BenchApp.start(arguments)) {
            DocumentsBench bench = new DocumentsBench(app);
            bench.fill(count);
            bench.find(count);
        }
    }

    private void fill(int count) {
        long begin = System.nanoTime();
        long portion = begin;
        for (int done = 0; done < count; done += AT_ONCE) {
            List<UploadedFile> files = new ArrayList<>();
            for (int i = done; i < Math.min(count, done + AT_ONCE); i++) {
                files.add(new UploadedFile(
                        "article-%d.txt".formatted(i),
                        new ByteArrayResource(article(i).getBytes(StandardCharsets.UTF_8))));
            }
            long taken = imports.upload(manager, project, files, true).stream()
                    .filter(result -> result.status() == FileResult.Status.ACCEPTED)
                    .count();
            if (taken < files.size()) {
                throw new IllegalStateException("only %d of %d were taken in".formatted(taken, files.size()));
            }
            if ((done / AT_ONCE) % 20 == 19) {
                System.out.printf(
                        "%,9d documents: %,7.0f a minute%n",
                        done + AT_ONCE, 20 * AT_ONCE * 60e9 / (System.nanoTime() - portion));
                portion = System.nanoTime();
            }
        }
        System.out.printf("import of %,d: %,.0f a minute%n", count, count * 60e9 / (System.nanoTime() - begin));
    }

    private void find(int count) {
        waitForIndex(count);
        measure("the list, first rows", () -> rows(DocumentQuery.ALL, 0));
        measure("the list, last rows", () -> rows(DocumentQuery.ALL, count - 50));
        measure("a rare word", () -> rows(words("w29000 "), 0));
        measure("a common word", () -> rows(words("w1 "), 0));
        measure("two common words", () -> rows(words("w1 w2 "), 0));
        measure("a word being typed", () -> rows(words("w123"), 0));
        measure("one language", () -> rows(new DocumentQuery(null, "en", null, null, null, null, false, false), 0));
        measure("near-duplicates", () -> rows(new DocumentQuery(null, null, null, null, null, null, true, false), 0));
        measure(
                "with nobody",
                () -> rows(
                        new DocumentQuery(
                                null, null, null, DocumentQuery.ReadingState.UNASSIGNED, null, null, false, false),
                        0));
    }

    /** The index follows the import; the last article's own word shows that it has caught up. */
    private void waitForIndex(int count) {
        long begin = System.nanoTime();
        while (rows(words("own%d ".formatted(count - 1)), 0) == 0) {
            LockSupport.parkNanos(50_000_000);
        }
        System.out.printf("the search index was ready %.1f s later%n", (System.nanoTime() - begin) / 1e9);
    }

    private int rows(DocumentQuery query, int from) {
        DocumentList found = documents.find(manager, project, query);
        return found.slice(from, 50).size();
    }

    private static void measure(String what, Supplier<Integer> question) {
        double[] milliseconds = new double[TIMES];
        int rows = 0;
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            rows = question.get();
            milliseconds[i] = (System.nanoTime() - begin) / 1e6;
        }
        double first = milliseconds[0];
        Arrays.sort(milliseconds);
        System.out.printf(
                "%-24s %4d rows, median %7.1f ms, worst %7.1f ms, first time %7.1f ms%n",
                what, rows, milliseconds[TIMES / 2], milliseconds[TIMES - 1], first);
    }

    private static DocumentQuery words(String words) {
        return new DocumentQuery(words, null, null, null, null, null, false, false);
    }

    /** Words as often as in real texts: the n-th most frequent about 1/n times as often as the first. */
    private String article(int number) {
        StringBuilder text = new StringBuilder("Headline own%d of the day\n\n".formatted(number));
        for (int i = 0; i < WORDS; i++) {
            int rank = (int) Math.exp(random.nextDouble() * Math.log(VOCABULARY));
            text.append('w').append(rank).append(i % 12 == 11 ? ".\n" : " ");
        }
        return text.append('.').toString();
    }
}
