package dev.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportWriterTests {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final GeneratedSource SOURCE = new GeneratedSource(20, Articles::random);

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"BUNDLE", "JSON", "JSON_LINES", "PER_ANNOTATOR"})
    void writesTheSameBytesForTheSameData(Format format) throws IOException {
        byte[] once = export(format, ExportOptions.DEFAULT, Names.own(), Articles.NOON);

        byte[] again = export(format, ExportOptions.DEFAULT, Names.own(), Articles.NOON);

        assertThat(again).isEqualTo(once);
    }

    @Test
    void differsOnlyInTheTimeOfExport() throws IOException {
        String once = json(Articles.NOON).toString();

        String later = json(Articles.NOON.plusSeconds(60)).toString();

        assertThat(later)
                .isNotEqualTo(once)
                .isEqualTo(once.replace("12:00:00Z\",\"generator", "12:01:00Z\",\"generator"));
    }

    @Test
    void writesOneValidRecordPerLine() throws IOException {
        List<String> lines = new String(
                        export(Format.JSON_LINES, ExportOptions.DEFAULT, Names.own(), Articles.NOON),
                        StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(lines).hasSize(20).allSatisfy(line -> {
            assertThat(RecordSchema.faults(MAPPER.readTree(line))).isEmpty();
            assertThat(SecondPass.faults(MAPPER.readTree(line))).isEmpty();
        });
    }

    @Test
    void endsEveryFileWithALineFeedAndLeavesAnEmptyOneEmpty() throws IOException {
        byte[] lines = export(Format.JSON_LINES, ExportOptions.DEFAULT, Names.own(), Articles.NOON);
        ByteArrayOutputStream empty = new ByteArrayOutputStream();
        new ExportWriter(new GeneratedSource(0, Articles::random), ExportOptions.DEFAULT, Names.own(), Articles.NOON)
                .write(Format.JSON_LINES, empty);

        assertThat(lines).endsWith((byte) '\n');
        assertThat(empty.toByteArray()).isEmpty();
    }

    @Test
    void putsManifestDocumentsEntitiesAndRelationsInOneObject() throws IOException {
        JsonNode object = json(Articles.NOON);

        assertThat(object.propertyNames()).containsExactly("manifest", "documents", "entities", "relations");
        assertThat(object.at("/manifest/offsetUnit").asString()).isEqualTo("unicode-code-point");
        assertThat(object.at("/manifest/counts/documents").asInt()).isEqualTo(20);
        assertThat(object.at("/manifest/counts/gold/adjudicated").asInt()).isEqualTo(13);
        assertThat(object.at("/manifest/counts/annotations/x-mention-relations").asInt())
                .isEqualTo(40);
        assertThat(object.get("documents")).hasSize(20);
        assertThat(object.get("entities").toString())
                .isEqualTo(
                        "[{\"id\":\"brin\",\"type\":\"GPE\",\"name\":\"Brin\",\"aliases\":[\"Brinna\"]},{\"id\":\"odra\"}]");
        assertThat(object.get("relations")).hasSize(53);
        assertThat(object.at("/relations/0/from/document").asString())
                .isEqualTo(object.at("/documents/0/id").asString());
    }

    @Test
    void bundlesAllThatIsNeededToReadIt() throws IOException {
        Map<String, String> files = unzip(export(Format.BUNDLE, ExportOptions.DEFAULT, Names.own(), Articles.NOON));

        assertThat(files.keySet())
                .containsExactly(
                        "record.schema.json",
                        "schema.yaml",
                        "schema.json",
                        "documents.jsonl",
                        "entities.jsonl",
                        "relations.jsonl",
                        "clusters.jsonl",
                        "decisions.jsonl",
                        "agreement.json",
                        "revisions.jsonl",
                        "threads.jsonl",
                        "questions.jsonl",
                        "annotators.jsonl",
                        "assignments.jsonl",
                        "project.json",
                        "manifest.json");
        JsonNode manifest = MAPPER.readTree(files.get("manifest.json"));
        for (JsonNode file : manifest.get("files")) {
            byte[] bytes = Objects.requireNonNull(files.get(file.get("name").asString()))
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(Sha256.of(bytes)).isEqualTo(file.get("sha256").asString());
            assertThat(bytes).hasSize(file.get("bytes").asInt());
        }
        assertThat(manifest.get("files")).hasSize(15);
        assertThat(files.get("manifest.json")).doesNotContain("\r");
    }

    @Test
    void namesNobodyInAnAnonymousBundle() throws IOException {
        ExportOptions anonymous = new ExportOptions(new Selection.One("annotator2"), true, true);

        Map<String, String> files = unzip(export(Format.BUNDLE, anonymous, GeneratedSource.PSEUDONYMS, Articles.NOON));

        // the ids of the generated annotations hold a name on purpose; nothing else may
        assertThat(files.get("annotators.jsonl"))
                .isEqualTo(
                        "{\"id\":\"u1\",\"roles\":[\"annotator\"]}\n{\"id\":\"u2\",\"roles\":[\"annotator\"]}\n"
                                + "{\"id\":\"u3\",\"roles\":[\"annotator\"]}\n{\"id\":\"u4\",\"roles\":[\"adjudicator\",\"manager\"]}\n");
        assertThat(files.get("decisions.jsonl")).doesNotContain("supervisor", "Mara", "\"annotator3\"");
        assertThat(files.get("manifest.json")).doesNotContain("annotator2");
    }

    @Test
    void holdsOneDocumentAtATime() throws IOException {
        // 400 documents of 250 marks: 100 000 annotations, more than 100 MB if all were held
        AtomicLong made = new AtomicLong();
        Counting out = new Counting();
        GeneratedSource source = new GeneratedSource(400, seed -> {
            // what was made before has left already, but for what the generator and the zip keep back
            assertThat(out.bytes).isGreaterThanOrEqualTo((made.get() - 1) * 20_000);
            made.incrementAndGet();
            return Articles.plain(seed, 250);
        });

        new ExportWriter(source, ExportOptions.DEFAULT, Names.own(), Articles.NOON).write(Format.JSON_LINES, out);

        assertThat(made).hasValue(400);
        assertThat(out.bytes).isGreaterThan(8_000_000);
        assertThat(out.longestWrite).isLessThan(100_000);
    }

    private static JsonNode json(Instant at) throws IOException {
        return MAPPER.readTree(export(Format.JSON, ExportOptions.DEFAULT, Names.own(), at));
    }

    private static byte[] export(Format format, ExportOptions options, Names names, Instant at) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExportWriter(SOURCE, options, names, at).write(format, out);
        return out.toByteArray();
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** Keeps nothing. */
    private static final class Counting extends OutputStream {

        private long bytes;
        private int longestWrite;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
            longestWrite = Math.max(longestWrite, length);
        }
    }
}
