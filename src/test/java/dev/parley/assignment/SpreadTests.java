package dev.parley.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.UserId;
import dev.parley.document.DocumentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpreadTests {

    private static final UserId ANN = UserId.random();
    private static final UserId BEN = UserId.random();
    private static final UserId CLEO = UserId.random();
    private static final List<DocumentId> SIX =
            Stream.generate(DocumentId::random).limit(6).toList();

    @Test
    void givesEachAnnotatorTheSameNumber() {
        Map<DocumentId, List<UserId>> shares = fresh().missing(SIX, List.of(ANN, BEN, CLEO), 2);

        assertThat(shares.values())
                .hasSize(6)
                .allSatisfy(readers -> assertThat(readers).hasSize(2));
        assertThat(shares.values().stream()
                        .flatMap(List::stream)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .isEqualTo(Map.of(ANN, 4L, BEN, 4L, CLEO, 4L));
    }

    @Test
    void answersTheSameEveryTimeAndNothingOnceDone() {
        List<UserId> annotators = List.of(ANN, BEN, CLEO);
        Map<DocumentId, List<UserId>> shares = fresh().missing(SIX, annotators, 2);
        Map<DocumentId, Set<UserId>> readers = new HashMap<>();
        shares.forEach((document, some) -> readers.put(document, Set.copyOf(some)));
        Map<UserId, Integer> load = Map.of(ANN, 4, BEN, 4, CLEO, 4);

        assertThat(fresh().missing(SIX, annotators, 2)).isEqualTo(shares);
        assertThat(new Spread(load, readers).missing(SIX, annotators, 2)).isEmpty();
        assertThat(new Spread(load, readers).missing(SIX, annotators, 3)).hasSize(6);
    }

    @Test
    void countsWhatPeopleHaveAlready() {
        Spread spread = new Spread(Map.of(ANN, 2), Map.of());

        assertThat(spread.missing(SIX.subList(2, 4), List.of(ANN, BEN), 1).values())
                .containsExactly(List.of(BEN), List.of(BEN));
    }

    private static Spread fresh() {
        return new Spread(Map.of(), Map.of());
    }
}
