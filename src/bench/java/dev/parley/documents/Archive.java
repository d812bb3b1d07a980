package dev.parley.documents;

import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentQuery;
import dev.parley.document.DocumentQuery.ReadingState;
import dev.parley.document.DocumentService;
import dev.parley.document.DocumentText;
import dev.parley.document.FileResult;
import dev.parley.document.FileService;
import dev.parley.document.ImportService;
import dev.parley.document.SourceFileId;
import dev.parley.document.UploadedFile;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A project with very many documents, and what is asked of it. */
final class Archive {

    private static final int WORDS = 250;
    private static final int VOCABULARY = 30_000;
    private static final int TIMES = 21;
    private static final int ROWS = 50;
    private static final int PAGES = 20;

    private static final String INSERT_FILE = """
            INSERT INTO source_file (id, project_id, name, sha256, size_bytes, media_type, text, provenance, text_sha256,
                                     proposal, state, uploaded_by, uploaded_at)
            VALUES (?, ?, ?, ?, ?, 'text/plain', ?, '{"charset":"UTF-8","extracted":false,"steps":[]}', ?, '[]', 'FROZEN',
                    ?, ?)
            """;

    private static final String INSERT_DOCUMENT = """
            INSERT INTO document (id, project_id, source_file_id, start_offset, end_offset, title, language, sha256,
                                  code_points, utf16, text, segments, published, published_basis, created_at)
            VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, '[]', ?, 'METADATA', ?)
            """;

    private static final String INSERT_UNINDEXED = """
            INSERT INTO document_unindexed (document_id)
            SELECT id
            FROM document
            WHERE project_id = ?
            """;

    private final Random random = new Random(7);
    private final JdbcTemplate jdbc;
    private final ImportService imports;
    private final DocumentService documents;
    private final FileService files;
    private final User manager;
    private final ProjectId project;
    private final int count;
    private int further;

    Archive(ConfigurableApplicationContext app, int count) {
        this.jdbc = app.getBean(JdbcTemplate.class);
        this.imports = app.getBean(ImportService.class);
        this.documents = app.getBean(DocumentService.class);
        this.files = app.getBean(FileService.class);
        this.manager = app.getBean(UserService.class).get("admin");
        this.project = app.getBean(ProjectService.class)
                .create(manager, "Bench", null, ProjectSettings.DEFAULT)
                .id();
        this.count = count;
        this.further = count;
    }

    /** @param figures hears what was measured, its goal behind a bar, and the figure */
    void measure(BiConsumer<String, String> figures) throws IOException {
        fill(figures);
        come(figures);
        find(figures);
        pages(figures);
        memory(figures);
    }

    private void fill(BiConsumer<String, String> figures) {
        List<String> some = new ArrayList<>();
        for (int done = 0; done < count; done++) {
            some.add(article(done));
            if (some.size() == 1_000 || done == count - 1) {
                insert(some, done + 1 - some.size());
                some.clear();
            }
        }
        long begin = System.nanoTime();
        jdbc.update(INSERT_UNINDEXED, project.value());
        // the first article that comes wakes the index, which then takes all of them
        take(1);
        waitForIndex();
        figures.accept("indexing all of them, words and likeness, in seconds|–", "%.0f".formatted(seconds(begin)));
    }

    private void insert(List<String> articles, int first) {
        List<Object[]> files = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            DocumentText text = DocumentText.of(articles.get(i));
            SourceFileId file = SourceFileId.random();
            Timestamp at = Timestamp.from(Instant.now());
            files.add(new Object[] {
                file.value(),
                project.value(),
                "old-%d.txt".formatted(first + i),
                text.sha256(),
                (long) text.utf16(),
                text.value(),
                text.sha256(),
                manager.id().value(),
                at
            });
            rows.add(new Object[] {
                DocumentId.random().value(),
                project.value(),
                file.value(),
                text.codePoints(),
                "Headline own%d of the day".formatted(first + i),
                i % 10 == 0 ? "fr" : "en",
                text.sha256(),
                text.codePoints(),
                text.utf16(),
                text.value(),
                "2031-%02d-%02d".formatted(i % 12 + 1, i % 28 + 1),
                at
            });
        }
        batch(INSERT_FILE, files);
        batch(INSERT_DOCUMENT, rows);
    }

    private void batch(String statement, List<Object[]> rows) {
        jdbc.batchUpdate(statement, rows, rows.size(), Archive::set);
    }

    private static void set(PreparedStatement statement, Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            statement.setObject(i + 1, row[i]);
        }
    }

    private void come(BiConsumer<String, String> figures) {
        long begin = System.nanoTime();
        int some = 2_000;
        for (int done = 0; done < some; done += 500) {
            take(500);
        }
        double taken = seconds(begin);
        waitForIndex();
        figures.accept(
                "plain texts taken in a minute, until they are documents|1 000", "%,.0f".formatted(some * 60 / taken));
        figures.accept(
                "the same until they are found and compared with all others|1 000",
                "%,.0f".formatted(some * 60 / seconds(begin)));
    }

    private void take(int articles) {
        List<UploadedFile> files = new ArrayList<>();
        for (int i = 0; i < articles; i++) {
            files.add(new UploadedFile(
                    "article-%d.txt".formatted(further),
                    new ByteArrayResource(article(further).getBytes(StandardCharsets.UTF_8))));
            further++;
        }
        requireTaken(files);
    }

    private void requireTaken(List<UploadedFile> files) {
        long taken = imports.upload(manager, project, files, true).stream()
                .filter(result -> result.status() == FileResult.Status.ACCEPTED)
                .count();
        if (taken < files.size()) {
            throw new IllegalStateException("only %d of %d were taken in".formatted(taken, files.size()));
        }
    }

    private void find(BiConsumer<String, String> figures) {
        ask(figures, "the list, first rows|300", () -> rows(DocumentQuery.ALL, 0));
        ask(figures, "the list, last rows|300", () -> rows(DocumentQuery.ALL, count - ROWS));
        ask(figures, "a rare word|300", () -> rows(words("w29000 "), 0));
        ask(figures, "a word of six articles in seven|300", () -> rows(words("w12 "), 0));
        ask(figures, "three words, folded (Ẅ12 “W29” ﬀ)|300", () -> rows(words("Ẅ12 “W29” w3 "), 0));
        ask(figures, "a word of a title|300", () -> rows(words("own%d ".formatted(count / 2)), 0));
        ask(figures, "a name of a file|300", () -> rows(words("old-%d.txt".formatted(count / 3)), 0));
        ask(figures, "a word being typed|300", () -> rows(words("w123"), 0));
        ask(figures, "one letter being typed|300", () -> rows(words("w"), 0));
        ask(figures, "two frequent words side by side|300", () -> rows(words("\"w12 w29\""), 0));
        ask(figures, "how many files wait for their cuts|300", () -> files.waiting(manager, project));
        ask(figures, "a language|300", () -> rows(query("fr", null, false), 0));
        ask(
                figures,
                "a month and a word|300",
                () -> rows(new DocumentQuery("w12 ", null, null, null, "2031-05", "2031-05", false, false), 0));
        ask(figures, "with nobody|300", () -> rows(query(null, ReadingState.UNASSIGNED, false), 0));
        ask(figures, "near-duplicates|300", () -> rows(query(null, null, true), 0));
    }

    private static DocumentQuery query(@Nullable String language, @Nullable ReadingState state, boolean alike) {
        return new DocumentQuery(null, language, null, state, null, null, alike, false);
    }

    private static DocumentQuery words(String words) {
        return new DocumentQuery(words, null, null, null, null, null, false, false);
    }

    private int rows(DocumentQuery query, int from) {
        return documents.find(manager, project, query).slice(from, ROWS).size();
    }

    private static void ask(BiConsumer<String, String> figures, String what, Runnable question) {
        double[] milliseconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            question.run();
            milliseconds[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(milliseconds);
        figures.accept(what, "%.0f (%.0f)".formatted(milliseconds[TIMES / 2], milliseconds[TIMES - 1]));
    }

    private void pages(BiConsumer<String, String> figures) throws IOException {
        requireTaken(List.of(pdf()));
        double[] seconds = new double[5];
        for (int i = 0; i < seconds.length; i++) {
            UploadedFile file = pdf();
            long begin = System.nanoTime();
            requireTaken(List.of(file));
            seconds[i] = seconds(begin);
        }
        Arrays.sort(seconds);
        figures.accept("a PDF of 20 pages, in seconds|2", "%.2f".formatted(seconds[seconds.length / 2]));
    }

    private UploadedFile pdf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < PAGES; page++) {
                PDPage sheet = new PDPage();
                document.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 11);
                    content.setLeading(14);
                    content.newLineAtOffset(60, 730);
                    for (int line = 0; line < 45; line++) {
                        content.showText(sentence(12));
                        content.newLine();
                    }
                    content.endText();
                }
            }
            document.save(bytes);
        }
        return new UploadedFile(
                "pages-%s.pdf".formatted(UUID.randomUUID()), new ByteArrayResource(bytes.toByteArray()));
    }

    /** What stays on the heap during an import of 500 files, looked at after each hundred. */
    private void memory(BiConsumer<String, String> figures) {
        List<String> megabytes = new ArrayList<>();
        megabytes.add(heap());
        for (int hundred = 0; hundred < 5; hundred++) {
            take(100);
            megabytes.add(heap());
        }
        figures.accept("live heap in MB, before 500 files and after each hundred|flat", String.join(", ", megabytes));
    }

    private static String heap() {
        System.gc();
        return Long.toString(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    }

    /** The index follows the import; the newest article's own word shows that it has caught up. */
    private void waitForIndex() {
        while (rows(words("own%d ".formatted(further - 1)), 0) == 0) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Words as often as in real texts: the n-th most frequent about 1/n times as often as the first. */
    private String article(int number) {
        StringBuilder text = new StringBuilder("Headline own%d of the day\n\n".formatted(number));
        for (int line = 0; line < WORDS / 12 + 1; line++) {
            text.append(sentence(12)).append(".\n");
        }
        return text.toString();
    }

    private String sentence(int words) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < words; i++) {
            int rank = (int) Math.exp(random.nextDouble() * Math.log(VOCABULARY));
            line.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "w%d", rank));
        }
        return line.toString();
    }
}
