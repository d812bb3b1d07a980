package dev.parley.exchange.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.exchange.Articles;
import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.Format;
import dev.parley.exchange.GeneratedSource;
import dev.parley.exchange.Story;
import dev.parley.exchange.Written;
import dev.parley.exchange.split.Part;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our Parquet, read by DuckDB. */
class ParquetTests {

    @TempDir
    Path folder;

    private List<String> ask(byte[] parquet, String question) throws Exception {
        Path file = folder.resolve("data.parquet");
        Files.write(file, parquet);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet answer = duck.createStatement().executeQuery(question.replace("$file", "'" + file + "'"))) {
            return rows(answer);
        }
    }

    private static List<String> rows(ResultSet answer) throws SQLException {
        List<String> rows = new ArrayList<>();
        while (answer.next()) {
            List<String> cells = new ArrayList<>();
            for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                cells.add(String.valueOf(answer.getObject(i)));
            }
            rows.add(String.join(" | ", cells));
        }
        return rows;
    }

    @Test
    void keepsNestedValuesWithNullsAndEmptyLists() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParquetWriter writer = new ParquetWriter(
                out,
                List.of(
                        Column.text("name"),
                        Column.structs(
                                "marks", Column.number("start"), Column.texts("tags"), Column.fraction("share"))),
                Map.of("unit", "code point"));
        writer.write(Map.of(
                "name",
                "a",
                "marks",
                List.of(Map.of("start", 1, "tags", List.of("x", "y"), "share", 0.5), Map.of("tags", List.of()))));
        writer.write(Map.of("marks", List.of()));
        writer.write(new HashMap<>());
        writer.finish();

        assertThat(ask(out.toByteArray(), "SELECT name, to_json(marks) FROM $file"))
                .containsExactly(
                        "a | [{\"start\":1,\"tags\":[\"x\",\"y\"],\"share\":0.5},{\"start\":null,\"tags\":[],\"share\":null}]",
                        "null | []",
                        "null | null");
        assertThat(ask(out.toByteArray(), "SELECT decode(key), decode(value) FROM parquet_kv_metadata($file)"))
                .containsExactly("unit | code point");
    }

    @Test
    void compressesWhatItIsGivenWithoutLosingAByte() throws Exception {
        Random random = new Random(5);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParquetWriter writer = new ParquetWriter(out, List.of(Column.text("words")), Map.of());
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String words = i % 3 == 0
                    ? "the ferry sails ".repeat(random.nextInt(200))
                    : random.ints(random.nextInt(5_000), 32, 0x2FFF)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString();
            written.add(words);
            writer.write(Map.of("words", words));
        }
        writer.finish();

        assertThat(ask(out.toByteArray(), "SELECT words FROM $file")).isEqualTo(written);
    }

    @Test
    void duckDbCutsTheSameWordsOutOfTheText() throws Exception {
        byte[] parquet = Written.of(
                        new ParquetForms(),
                        Format.PARQUET,
                        new GeneratedSource(40, Articles::random),
                        ExportOptions.DEFAULT)
                .bytes();

        List<String> wrong = ask(parquet, """
                SELECT s.text, substring(text, s.start + 1, s."end" - s.start)
                FROM (SELECT text, unnest(m.spans) s FROM (SELECT text, unnest(mentions) m FROM $file))
                WHERE s.text <> array_to_string(list_slice(regexp_extract_all(text, '(?s).'), s.start + 1, s."end"), '')
                """);
        assertThat(wrong).isEmpty();
        assertThat(ask(parquet, "SELECT count(*) FROM (SELECT unnest(mentions) FROM $file)")
                        .getFirst())
                .isNotEqualTo("0");
    }

    @Test
    void describesTheDatasetItself() throws Exception {
        Map<String, byte[]> files = Written.of(
                        new ParquetForms(),
                        Format.HUGGING_FACE,
                        Story.project(
                                Story.ferry().article(Part.TRAIN, "annotator1", "annotator2"),
                                new Story(2, "Odra left.")
                                        .mention("m1", "PERSON", "Odra")
                                        .article(Part.TEST, "annotator1")),
                        ExportOptions.DEFAULT)
                .unzipped();

        String card = new String(files.get("README.md"), StandardCharsets.UTF_8);
        assertThat(card)
                .startsWith("---\nlicense: unknown\n")
                .contains("- config_name: gold\n  data_files:\n  - split: train\n    path: data/gold/train-*")
                .contains("- config_name: per_annotator", "- config_name: disagreements")
                .contains("half-open Unicode code points", "version 2", "decided in 100 %");
        assertThat(ask(files.get("data/per_annotator/train-00000-of-00001.parquet"), "SELECT \"set\" FROM $file"))
                .containsExactly("annotator1", "annotator2");
        assertThat(ask(
                        files.get("data/gold/test-00000-of-00001.parquet"),
                        "SELECT mentions[1].spans[1].text FROM $file"))
                .containsExactly("Odra");
    }

    @Test
    void writesTheSameBytesTwice() {
        assertThat(Arrays.equals(dataset(), dataset())).isTrue();
    }

    private static byte[] dataset() {
        return Written.of(
                        new ParquetForms(),
                        Format.HUGGING_FACE,
                        new GeneratedSource(6, Articles::random),
                        ExportOptions.DEFAULT)
                .bytes();
    }
}
