package dev.parley.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Database;
import dev.parley.registry.Candidate.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class CandidateSearchTests {

    @Parameter
    Database database;

    private RegistryFixture fixture;

    @BeforeEach
    void someNames() {
        fixture = new RegistryFixture(database);
        fixture.add("orla", "PERSON", "Orla Brannic Tesh", "Brannic Tesh");
        fixture.add("tesh", "PERSON", "Umar Tesh", "Tesh");
        fixture.add("council", "ORG", "Salt Harbour Council");
        fixture.add("velmora", "GPE", "Velmora", "Republic of Vélmora");
        fixture.add("guild", "ORG", "Harbour Guild");
        fixture.add("arc", "PERSON", "Jeanne D’Orven");
    }

    @Test
    void findsAWordOfALongerName() {
        assertThat(found("Brannic")).containsExactly("orla WORDS");
        assertThat(found("Envoy Orla Brannic Tesh")).contains("orla WORDS", "tesh WORDS");
    }

    @Test
    void putsTheSameNameBeforeASharedWord() {
        assertThat(found("Tesh")).containsExactly("tesh EXACT", "orla WORDS");
    }

    @Test
    void overlooksAccentsApostrophesBlanksAndCase() {
        assertThat(found("republic of  velmora")).containsExactly("velmora FOLDED");
        assertThat(found("Jeanne D'Orven")).containsExactly("arc FOLDED");
    }

    @Test
    void knowsWhatNamesAreShortenedTo() {
        assertThat(found("SHC")).containsExactly("council INITIALS");
        assertThat(found("O. B. Tesh")).containsExactly("tesh WORDS", "orla INITIALS");
    }

    @Test
    void forgivesALetterOrTwoInLongNames() {
        assertThat(found("Velmara")).containsExactly("velmora NEAR");
        assertThat(found("Vellmorra")).containsExactly("velmora NEAR");
        assertThat(found("Harbor Guild")).contains("guild NEAR");
        assertThat(found("Tash")).isEmpty();
        assertThat(found("Vollmarra")).isEmpty();
    }

    @Test
    void isCertainOnlyOfANameThatOneEntityHas() {
        assertThat(search("Velmora", Map.of()).certain()).map(Entity::id).contains("velmora");
        assertThat(search("Tesh", Map.of()).certain()).map(Entity::id).contains("tesh");
        assertThat(search("Velmara", Map.of()).certain()).isEmpty();

        fixture.add("other", "PERSON", "Ilse Tesh", "tesh");
        Candidates namesakes = search("Tesh", Map.of());

        assertThat(namesakes.certain()).isEmpty();
        assertThat(namesakes.items().getFirst().namesakes()).isEqualTo(1);
        assertThat(namesakes.items().getFirst().why("Tesh"))
                .isEqualTo("“Tesh” is its name. Another has this name too.");
    }

    @Test
    void prefersTheRightTypeAndThenWhatWasLinkedLast() {
        fixture.add("tesh-town", "GPE", "Tesh");
        fixture.add("tesh-son", "PERSON", "Tesh");

        assertThat(search("Tesh", Map.of("tesh-son", 40, "tesh", 12)).items())
                .extracting(candidate -> candidate.entity().id())
                .containsExactly("tesh-son", "tesh", "tesh-town", "orla");
    }

    @Test
    void findsNothingForWordsWithoutALetter() {
        assertThat(found(" … ")).isEmpty();
        assertThat(found("")).isEmpty();
    }

    @Test
    void findsByTheBeginningsOfWords() {
        assertThat(slice("te")).containsExactly("orla", "tesh");
        assertThat(slice("tesh um")).containsExactly("tesh");
        assertThat(slice("harb")).containsExactly("guild", "council");
        assertThat(slice("")).hasSize(6);
        assertThat(slice("vé")).containsExactly("velmora");
        assertThat(slice("zz")).isEmpty();
        assertThat(fixture.index.count(fixture.project, new EntityFilter("te", null, false), fixture.user, true))
                .isEqualTo(2);
        assertThat(fixture.index.slice(fixture.project, new EntityFilter("", "ORG", false), fixture.user, true, 1, 5))
                .containsExactly("council");
    }

    @Test
    void forgetsNamesThatAreNoLongerThere() {
        fixture.index.replace(fixture.entity("tesh", "PERSON", "Umar Tosk"));

        assertThat(found("Tesh")).containsExactly("orla WORDS");
    }

    @Test
    void indexesWhatWasThereBeforeTheIndex() {
        fixture.index.remove("velmora");
        assertThat(found("Velmora")).isEmpty();

        fixture.index.prepare();

        assertThat(found("Velmora")).containsExactly("velmora EXACT");
    }

    private List<String> slice(String words) {
        return fixture.index.slice(fixture.project, new EntityFilter(words, null, false), fixture.user, true, 0, 10);
    }

    private List<String> found(String words) {
        return search(words, Map.of()).items().stream()
                .map(candidate -> candidate.entity().id() + " " + candidate.match())
                .toList();
    }

    private Candidates search(String words, Map<String, Integer> lastLinked) {
        return fixture.search.find(fixture.project, words, new Place(null, 100, "PERSON"), _ -> lastLinked, _ -> true);
    }
}
