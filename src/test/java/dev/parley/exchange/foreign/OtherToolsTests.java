package dev.parley.exchange.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.exchange.foreign.Survey.FoundDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in the shapes that other tools document, which ours do not always have. */
class OtherToolsTests {

    private static final String TEXT = "🛶 Odra met Brin in Low_er Sarn.";

    private static Found found(String format, String file) {
        return Found.in(format, ForeignFile.of("theirs", file.getBytes(StandardCharsets.UTF_8)));
    }

    /** Such as “mara: PERSON Odra”. */
    private static List<String> marks(FoundDocument document) {
        return document.sets().stream()
                .flatMap(set -> set.marks().marks().stream()
                        .map(mark -> "%s: %s %s"
                                .formatted(
                                        set.annotator(),
                                        mark.label(),
                                        mark.spans().stream()
                                                .map(document.text()::slice)
                                                .collect(Collectors.joining(" … ")))))
                .sorted()
                .toList();
    }

    @Test
    void prodigysTokensTellWhatItCounts() {
        Found found = found("prodigy", """
                {"text":"%s","tokens":[{"text":"🛶","start":0,"end":1,"id":0},{"text":"Odra","start":2,"end":6,"id":1}],
                 "spans":[{"start":2,"end":6,"token_start":1,"token_end":1,"label":"PERSON"}],
                 "answer":"accept","_session_id":"news-mara"}""".formatted(TEXT).replace("\n", ""));

        assertThat(found.unit()).isEqualTo(OffsetUnit.CODE_POINT);
        assertThat(found.evidence()).contains("every quoted text stands where");
        assertThat(marks(found.documents().getFirst())).containsExactly("news-mara: PERSON Odra");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"p\",\"type\":\"AnnotationPage\",\"items\":[%s,%s]}",
                "{\"id\":\"c\",\"type\":\"AnnotationCollection\",\"first\":{\"type\":\"AnnotationPage\",\"items\":[%s,%s]}}",
                "[%s,%s]",
                "%s\n%s"
            })
    void webAnnotationsComeAloneInPagesAndInCollections(String frame) {
        String tag = """
                {"id":"urn:uuid:1","type":"Annotation","motivation":["tagging"],"creator":{"name":"mara"},"body":"PERSON",
                 "target":{"source":"doc","selector":{"type":"TextPositionSelector","start":2,"end":6}}}""".replace("\n", "");
        String text = """
                {"id":"t","type":"Annotation","motivation":"describing","body":[{"type":"TextualBody","value":"%s"}],
                 "target":{"id":"doc"}}""".formatted(TEXT).replace("\n", "");

        assertThat(marks(found("w3c", frame.formatted(tag, text)).documents().getFirst()))
                .containsExactly("mara: PERSON Odra");
    }

    @Test
    void webAnnoTsvHasSeveralLayersStackedMarksPartsOfTokensAndRelations() {
        Found found = found("webanno-tsv", """
                #FORMAT=WebAnno TSV 3.3
                #T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
                #T_SP=webanno.custom.Extra|kind
                #T_RL=webanno.custom.Knows|how|BT_webanno.custom.Extra


                #Text=%s
                1-1	0-2	🛶	_	_	_	_	_
                1-2	3-7	Odra	*[1]|*	PERSON[1]|ROLE	first	_	_
                1-3	8-11	met	_	_	_	_	_
                1-4	12-16	Brin	_	PERSON	second	since \\[old\\]	1-2
                1-4.1	12-14	Br	_	HALF	_	_	_
                1-5	17-19	in	_	_	_	_	_
                1-6	20-26	Low\\_er	_	GPE[2]	_	_	_
                1-7	27-31	Sarn	_	GPE[2]	_	_	_
                """.formatted(TEXT));

        FoundDocument document = found.documents().getFirst();
        assertThat(found.unit()).isEqualTo(OffsetUnit.UTF_16);
        assertThat(marks(document))
                .containsExactly(
                        ": Extra Brin",
                        ": Extra Odra",
                        ": GPE Low_er Sarn",
                        ": HALF Br",
                        ": PERSON Brin",
                        ": PERSON Odra",
                        ": ROLE Odra");
        Marks set = document.sets().getFirst().marks();
        Tie tie = set.ties().getFirst();
        assertThat(set.ties()).hasSize(1);
        assertThat(tie.type()).isEqualTo("since [old]");
        assertThat(List.of(word(document, set, tie.from()), word(document, set, tie.to())))
                .containsExactly("first Odra", "second Brin");
    }

    private static String word(FoundDocument document, Marks set, String id) {
        return set.marks().stream()
                .filter(mark -> mark.id().equals(id))
                .map(mark -> "%s %s"
                        .formatted(
                                mark.attributes().get("kind"), document.text().slice(mark.first())))
                .findFirst()
                .orElse("none");
    }
}
