package dev.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.exchange.parquet.ParquetForms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What we write, read by readers of the other world: Ajv judges records by the schema we ship, hyparquet reads Parquet. They
 * come with the tools of the front-end tests; where those were not fetched, as {@code ./parley test} does, this is left out.
 */
class NodeReaderTests {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Path TOOLS = Path.of("src/test/frontend").toAbsolutePath();
    private static final GeneratedSource SOURCE = new GeneratedSource(40, Articles::random);

    @TempDir
    Path folder;

    @BeforeEach
    void needTools() {
        assumeTrue(Files.isDirectory(TOOLS.resolve("node_modules/ajv")), "npm ci was not run in src/test/frontend");
    }

    private JsonNode seen(String what, Path... files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("node", TOOLS.resolve("readers/read.mjs").toString(), what));
        for (Path file : files) {
            command.add(file.toString());
        }
        Path answer = folder.resolve("answer.json");
        Path complaint = folder.resolve("complaint.txt");
        int code = new ProcessBuilder(command)
                .directory(TOOLS.toFile())
                .redirectOutput(answer.toFile())
                .redirectError(complaint.toFile())
                .start()
                .waitFor();
        assertThat(code).as(Files.readString(complaint)).isZero();
        return MAPPER.readTree(answer);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void ajvFindsEveryRecordValidByTheSchemaThatIsShippedWithIt() throws Exception {
        for (boolean text : List.of(true, false)) {
            ExportOptions options =
                    new ExportOptions(new Selection.All(), true, false, text, false, null, Narrowing.NONE);
            Map<String, byte[]> files =
                    Written.of(new OwnForms(), Format.BUNDLE, SOURCE, options).unzipped();

            JsonNode verdicts = seen(
                    "records",
                    file("schema.json", files.get("record.schema.json")),
                    file("documents.jsonl", files.get("documents.jsonl")));

            assertThat(texts(verdicts)).hasSize(40).containsOnly("valid");
        }
    }

    @Test
    void ajvRefusesWhatTheSchemaRefuses() throws Exception {
        Map<String, byte[]> files = Written.of(new OwnForms(), Format.BUNDLE, SOURCE, ExportOptions.DEFAULT)
                .unzipped();
        String sound = new String(files.get("documents.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        List<String> records = new ArrayList<>();
        for (String[] fault : new String[][] {
            {"x-ours", "1"},
            {"surprise", "1"},
            {"formatVersion", "\"2.0.0\""},
            {"textSha256", "\"abc\""},
            {"split", "\"all\""}
        }) {
            ObjectNode record = (ObjectNode) MAPPER.readTree(sound);
            record.set(fault[0], MAPPER.readTree(fault[1]));
            records.add(MAPPER.writeValueAsString(record));
        }

        JsonNode verdicts = seen(
                "records",
                file("schema.json", files.get("record.schema.json")),
                file("documents.jsonl", String.join("\n", records).getBytes(StandardCharsets.UTF_8)));

        assertThat(texts(verdicts).getFirst()).isEqualTo("valid");
        assertThat(texts(verdicts).subList(1, 5)).doesNotContain("valid");
    }

    @Test
    void hyparquetCutsTheSameWordsOutOfTheText() throws Exception {
        byte[] parquet = Written.of(new ParquetForms(), Format.PARQUET, SOURCE, ExportOptions.DEFAULT)
                .bytes();
        int[] mentions = new int[1];
        SOURCE.forEachArticle(article -> article.layers(ExportOptions.DEFAULT)
                .forEach(layers -> mentions[0] += layers.mentions().size()));

        JsonNode seen = seen("parquet", file("data.parquet", parquet));

        assertThat(seen).hasSize(mentions[0]);
        seen.forEach(mention -> assertThat(mention.get("cut")).isEqualTo(mention.get("quoted")));
    }
}
