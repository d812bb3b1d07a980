package dev.parley.exchange.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.exchange.Articles;
import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.Format;
import dev.parley.exchange.GeneratedSource;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Written;
import dev.parley.exchange.foreign.Survey.FoundDocument;
import dev.parley.exchange.training.TrainingForms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes out comes back, over texts with nesting, crossing, pieces, emoji, combining marks and right to left. */
class RoundTripTests {

    private static final GeneratedSource SOURCE = new GeneratedSource(25, Articles::random);

    private static Found read(String format, String name, String content) {
        return Found.in(format, ForeignFile.of(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Marks as "label at spans", ties as "type from … to …", in one order; by document text and set. */
    private static Map<String, List<String>> told(Found found) {
        Map<String, List<String>> told = new TreeMap<>();
        for (FoundDocument document : found.documents()) {
            document.sets()
                    .forEach(set ->
                            told.put(document.text().sha256() + " " + set.annotator(), told(set.marks(), Mark::spans)));
        }
        return told;
    }

    private static List<String> told(Marks marks, Function<Mark, ?> place) {
        Map<String, String> names = marks.marks().stream()
                .collect(Collectors.toMap(Mark::id, mark -> mark.label() + " at " + place.apply(mark)));
        List<String> told = new ArrayList<>(names.values());
        marks.ties()
                .forEach(tie ->
                        told.add("%s from %s to %s".formatted(tie.type(), names.get(tie.from()), names.get(tie.to()))));
        told.sort(null);
        return told;
    }

    private static Map<String, List<String>> sent(Function<Mark, ?> place) {
        Map<String, List<String>> sent = new TreeMap<>();
        SOURCE.forEachArticle(article -> article.layers(ExportOptions.DEFAULT)
                .forEach(layers -> sent.put(
                        article.text().sha256() + " " + layers.name(dev.parley.exchange.Names.own()),
                        told(Marks.of(article, layers, new Losses()), place))));
        return sent;
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"LABEL_STUDIO", "XMI", "CAS_JSON", "WEB_ANNOTATION"})
    void bringsEveryMarkAndTieBack(Format format) {
        byte[] file = Written.of(new ForeignForms(), format, SOURCE, ExportOptions.DEFAULT)
                .bytes();

        Found found = Found.in(format.id(), ForeignFile.of("export." + format.extension(), file));

        assertThat(told(found)).isEqualTo(sent(Mark::spans));
    }

    @Test
    void bringsAttributesLinksAndFlagsBackFromLabelStudioAndWebAnnotations() {
        for (Format format : List.of(Format.LABEL_STUDIO, Format.WEB_ANNOTATION)) {
            byte[] file = Written.of(new ForeignForms(), format, SOURCE, ExportOptions.DEFAULT)
                    .bytes();
            Map<String, List<String>> back = new TreeMap<>();

            Found.in(format.id(), ForeignFile.of("export", file))
                    .documents()
                    .forEach(document -> document.sets()
                            .forEach(set ->
                                    back.put(document.text().sha256() + " " + set.annotator(), said(set.marks()))));

            Map<String, List<String>> sent = new TreeMap<>();
            SOURCE.forEachArticle(article -> article.layers(ExportOptions.DEFAULT)
                    .forEach(layers -> sent.put(
                            article.text().sha256() + " " + layers.name(dev.parley.exchange.Names.own()),
                            said(Marks.of(article, layers, new Losses())))));
            assertThat(back).isEqualTo(sent);
        }
    }

    private static List<String> said(Marks marks) {
        return marks.marks().stream()
                .map(mark -> "%s %s %s %s"
                        .formatted(
                                mark.id(),
                                new TreeMap<>(mark.attributes()).toString().replace("true", "true"),
                                mark.link(),
                                mark.flags().stream().sorted().toList()))
                .sorted()
                .toList();
    }

    @Test
    void bringsBratBackButForSpansPartedAtLineEnds() {
        byte[] file = Written.of(new ForeignForms(), Format.BRAT, SOURCE, ExportOptions.DEFAULT)
                .bytes();

        Found found = Found.in("brat", ForeignFile.of("export.zip", file));

        assertThat(found.unit()).isEqualTo(OffsetUnit.CODE_POINT);
        Map<String, Integer> sizes = new TreeMap<>();
        told(found).forEach((key, list) -> sizes.put(key, list.size()));
        Map<String, Integer> expected = new TreeMap<>();
        sent(Mark::spans).forEach((key, list) -> expected.put(key, list.size()));
        assertThat(sizes).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"DOCCANO", "DOCCANO_RELATIONS"})
    void findsThatDoccanoCountsUtf16(Format format) {
        byte[] file = Written.of(new ForeignForms(), format, SOURCE, ExportOptions.DEFAULT)
                .bytes();

        assertThat(Found.in(format.id(), ForeignFile.of("export.jsonl", file)).unit())
                .isEqualTo(OffsetUnit.UTF_16);
    }

    @Test
    void readsProdigySpansAndWebAnnoTsvBack() {
        for (Format format : List.of(Format.PRODIGY, Format.WEBANNO_TSV)) {
            byte[] file = Written.of(new ForeignForms(), format, SOURCE, ExportOptions.DEFAULT)
                    .bytes();

            Found found = Found.in(format.id(), ForeignFile.of("export", file));

            assertThat(found.documents()).hasSizeGreaterThan(50);
            assertThat(found.documents().stream()
                            .flatMap(document -> document.sets().stream())
                            .mapToInt(set -> set.marks().marks().size())
                            .sum())
                    .isGreaterThan(500);
        }
    }

    @Test
    void readsConllInAnyTaggingTheSame() {
        List<List<String>> read = new ArrayList<>();
        for (Format format : List.of(Format.CONLL_2003, Format.CONLL_2003_IOB1, Format.CONLL_2003_BIOES)) {
            byte[] file = Written.of(new TrainingForms(), format, SOURCE, ExportOptions.DEFAULT)
                    .bytes();
            read.add(Found.in("conll2003", ForeignFile.of("a.conll", file)).documents().stream()
                    .flatMap(document -> told(document.sets().getFirst().marks(), Mark::spans).stream())
                    .toList());
        }

        assertThat(read.get(0)).isNotEmpty().isEqualTo(read.get(1)).isEqualTo(read.get(2));
    }

    @ParameterizedTest
    @CsvSource({"2, 6, unicode-code-point", "3, 7, utf-16", "5, 9, utf-8"})
    void findsTheUnitByTheQuotedWords(int start, int end, String unit) {
        Found found = read("label-studio", "tasks.json", """
                [{"id":1,"data":{"text":"🛶 Odra"},"annotations":[{"completed_by":3,"result":[{"id":"a","type":"labels","value":
                {"start":%d,"end":%d,"text":"Odra","labels":["PER"]}}]}]}]""".formatted(start, end));

        assertThat(found.unit().id()).isEqualTo(unit);
        assertThat(found.documents()
                        .getFirst()
                        .sets()
                        .getFirst()
                        .marks()
                        .marks()
                        .getFirst()
                        .spans()
                        .toString())
                .isEqualTo("[Span[start=2, end=6]]");
    }

    @Test
    void findsGraphemesAndLineEndsThatCountAsOne() {
        assertThat(read("label-studio", "a.json", task("👩‍👩‍👧 Odra", 2, 6)).unit())
                .isEqualTo(OffsetUnit.GRAPHEME);
        assertThat(read("label-studio", "a.json", task("x\\r\\nOdra", 2, 6)).unit())
                .isEqualTo(OffsetUnit.CODE_POINT_LF);
        assertThat(read("label-studio", "a.json", task("x\\r\\nOdra", 3, 7)).unit())
                .isEqualTo(OffsetUnit.CODE_POINT);
    }

    private static String task(String text, int start, int end) {
        return """
                [{"id":1,"data":{"text":"%s"},"annotations":[{"completed_by":{"username":"mara"},"result":[{"id":"a","type":"labels","value":
                {"start":%d,"end":%d,"text":"Odra","labels":["PER"]}}]}]}]""".formatted(text, start, end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "label-studio|[{\"id\":1,\"data\":{\"text\":\"Odra\"},\"annotations\":[{\"result\":[{\"id\":\"a\",\"type\":\"labels\",\"value\":{\"start\":9,\"end\":12,\"text\":\"Odra\",\"labels\":[\"P\"]}}]}]}]|“Odra” does not stand at 9 to 12",
                "label-studio|[{\"id\":1,\"data\":{}}]|record 1 (line 1): field “data.text” should be a text",
                "label-studio|[{\"id\":1,\"data\":{\"text\":\"O\"}},|breaks off after record 1",
                "label-studio|{\"a\":|breaks off after record 0",
                "doccano|{\"text\":\"Odra\",\"label\":[[0,4]]}|the span [0,4] should be start, end and label",
                "doccano|{\"text\":\"Odra\",\"label\":[[0,9,\"P\"]]}|a span does not stand at 0 to 9",
                "doccano|{\"label\":[]}|field “text” should be a text",
                "prodigy|{\"text\":\"Odra\",\"spans\":[{\"start\":\"0\",\"end\":4,\"label\":\"P\"}]}|field “start” should be a number",
                "conll2003|Odra X X PER|“PER” is no tag such as B-PER",
                "webanno-tsv|no header|“webanno-tsv” does not begin",
                "xmi|<a>|is not XMI that can be read",
                "doccano|{\"text\":\"a\\ud800b\",\"label\":[]}|U+D800, which no text can carry",
                "doccano|{\"text\":\"a\\u0000b\",\"label\":[]}|U+0000, which no text can carry",
                "paper|x|The format “paper” cannot be imported"
            })
    void saysInOneSentenceWhatIsWrongAndWhere(String format, String content, String sentence) {
        String name = format.equals("webanno-tsv") ? "x.tsv" : "x.json";
        String expected = sentence.replace("“webanno-tsv”", "“x.tsv”");

        assertThatThrownBy(() -> read(format, name, content)).hasMessageContaining(expected);
    }

    @Test
    void refusesMixedEncodingsAndDuplicateIds() {
        byte[] latin = "{\"text\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Found.in("doccano", ForeignFile.of("a.jsonl", latin)))
                .hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> read("brat", "a.zip", "PK broken")).hasMessageContaining("broken or truncated");
    }
}
