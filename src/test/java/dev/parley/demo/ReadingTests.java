package dev.parley.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingTests {

    @Test
    void findsWholeWordsByNumber() {
        Phrases phrases = new Phrases(DocumentText.of("🛶 Fisheries, she said; she left."));

        assertThat(phrases.find("she")).isEqualTo(new Span(13, 16));
        assertThat(phrases.find("she#2")).isEqualTo(new Span(23, 26));
        assertThatThrownBy(() -> phrases.find("she#3")).hasMessageContaining("stands 2 times");
    }

    @Test
    void findsACueNearItsContent() {
        Phrases phrases = new Phrases(DocumentText.of("He said so. Later “come,” she said."));

        assertThat(phrases.findNear("said", phrases.find("“come,”"))).isEqualTo(new Span(30, 34));
    }

    @Test
    void findsWordsInScriptsWithoutSpaces() {
        Phrases phrases = new Phrases(DocumentText.of("市長と特使は述べた。特使は去った。"));

        assertThat(phrases.find("特使#2")).isEqualTo(new Span(10, 12));
    }

    static Stream<String> articles() {
        return Script.read("demo.yaml").texts("articles").stream();
    }

    @ParameterizedTest
    @MethodSource("articles")
    void everyReadingFitsItsArticle(String article) {
        DocumentText text = DocumentText.of(new String(Script.bytes(article + ".txt"), StandardCharsets.UTF_8));
        Script script = Script.read(article + ".yaml");
        Map<String, DocumentId> documents = Map.of("ferry-talks", DocumentId.random());
        for (String annotator : script.section("readers").values().keySet()) {
            List<Annotation> annotations =
                    new Reading(article, text, script, annotator, documents, registry()).annotations();
            List<String> ids = annotations.stream().map(Annotation::id).toList();

            assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
            for (Annotation annotation : annotations) {
                assertThat(ids).containsAll(localReferences(annotation));
            }
        }
    }

    private static Registry registry() {
        Script entities = Script.read("demo.yaml").section("entities");
        Map<String, List<String>> names =
                entities.values().keySet().stream().collect(Collectors.toMap(Function.identity(), entities::texts));
        Map<String, String> ids =
                names.keySet().stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
        return new Registry(ids, names);
    }

    private static List<String> localReferences(Annotation annotation) {
        return switch (annotation) {
            case Mention mention -> List.of();
            case Claim claim ->
                Stream.concat(
                                Stream.of(claim.source(), claim.addressee(), claim.target(), claim.via())
                                        .flatMap(List::stream)
                                        .filter(Claim.MentionParty.class::isInstance)
                                        .map(party -> ((Claim.MentionParty) party).mention()),
                                Stream.ofNullable(claim.parent()))
                        .toList();
            case Relation relation ->
                Stream.of(relation.from(), relation.to())
                        .filter(end -> end.document() == null)
                        .map(Relation.End::annotation)
                        .toList();
        };
    }
}
