package dev.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

@ParameterizedClass
@EnumSource(Database.class)
class SearchIndexTests {

    @Parameter
    Database database;

    private SearchIndex index;

    @BeforeEach
    void begin() {
        DataSource source = database.fresh();
        JdbcTemplate jdbc = new JdbcTemplate(source);
        index = database == Database.POSTGRES ? new PostgresSearchIndex(jdbc) : new TableSearchIndex(jdbc);
    }

    @Test
    void allWordsMustBeThere() {
        index.add(Map.of(1L, List.of("bridge", "opens"), 2L, List.of("bridge", "closes"), 5_000L, List.of("bridge")));

        assertThat(index.find(List.of("bridge"), Set.of()).stream()).containsExactly(1, 2, 5_000);
        assertThat(index.find(List.of("bridge", "opens"), Set.of()).stream()).containsExactly(1);
        assertThat(index.find(List.of("bridge", "sinks"), Set.of()).stream()).isEmpty();
        assertThat(index.find(List.of("brid"), Set.of()).stream()).isEmpty();
    }

    @Test
    void aWordBeingTypedStandsForItsContinuations() {
        index.add(Map.of(
                1L, List.of("bridge", "opens"), 2L, List.of("bride", "opens"), 3L, List.of("b"), 4L, List.of("ب")));

        assertThat(index.find(List.of(), Set.of("brid")).stream()).containsExactly(1, 2);
        assertThat(index.find(List.of("opens"), Set.of("bridg")).stream()).containsExactly(1);
        assertThat(index.find(List.of(), Set.of("ب")).stream()).containsExactly(4);
    }

    @Test
    void wordsCanComeLater() {
        index.add(Map.of(7L, List.of("old")));

        index.add(Map.of(7L, List.of("new"), 8L, List.of("old")));

        assertThat(index.find(List.of("old", "new"), Set.of()).stream()).containsExactly(7);
        assertThat(index.find(List.of("old"), Set.of()).stream()).containsExactly(7, 8);
    }

    @Test
    void theOrderOfWordsIsKnown() {
        index.add(Map.of(7L, List.of("the", "old", "bridge", Trail.GAP, "opens"), 8L, List.of("bridge", "old")));
        index.add(Map.of(8L, List.of("new", "bridge")));
        Map<Long, byte[]> trails = new HashMap<>();

        index.trails(List.of(7L, 8L, 9L), trails::put);

        assertThat(trails).containsOnlyKeys(7L, 8L);
        assertThat(Trail.holds(trails.get(7L), List.of("old", "bridge"))).isTrue();
        assertThat(Trail.holds(trails.get(7L), List.of("bridge", "opens"))).isFalse();
        assertThat(Trail.holds(trails.get(7L), List.of("bridge", "old"))).isFalse();
        assertThat(Trail.holds(trails.get(8L), List.of("new", "bridge"))).isTrue();
        assertThat(Trail.holds(trails.get(8L), List.of("bridge", "old"))).isFalse();
    }

    @Test
    void aTextOfVeryManyDifferentWordsIsTaken() {
        List<String> words = IntStream.range(0, 200_000)
                .mapToObj(i -> "number" + (1_000_000 + i))
                .toList();

        index.add(Map.of(1L, words));

        assertThat(index.find(List.of("number1000000", "number1050000"), Set.of()).stream())
                .containsExactly(1);
    }

    @Test
    void findsWhatALookThroughAllWouldFind() {
        Random random = new Random(5);
        Map<Long, Set<String>> all = new HashMap<>();
        for (int round = 0; round < 4; round++) {
            Map<Long, Set<String>> some = IntStream.range(0, 300)
                    .mapToObj(i -> (long) random.nextInt(12_000))
                    .distinct()
                    .collect(Collectors.toMap(
                            number -> number,
                            number ->
                                    random.ints(8, 0, 40).mapToObj(i -> "w" + i).collect(Collectors.toSet())));
            index.add(some.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> List.copyOf(each.getValue()))));
            some.forEach((number, words) -> all.merge(number, words, (a, b) -> {
                Set<String> both = new java.util.HashSet<>(a);
                both.addAll(b);
                return both;
            }));
        }

        assertThat(index.find(List.of("w3", "w17"), Set.of()).stream())
                .containsExactlyElementsOf(all.entrySet().stream()
                        .filter(document -> document.getValue().containsAll(Set.of("w3", "w17")))
                        .map(document -> document.getKey().intValue())
                        .sorted()
                        .toList());
    }
}
