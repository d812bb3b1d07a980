package dev.parley.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.UserId;
import dev.parley.assignment.Spread.Share;
import dev.parley.document.DocumentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        List<Share> shares = new Spread(Map.of()).missing(SIX, List.of(ANN, BEN, CLEO), 2);

        assertThat(shares).hasSize(12);
        assertThat(shares.stream().collect(Collectors.groupingBy(Share::annotator, Collectors.counting())))
                .isEqualTo(Map.of(ANN, 4L, BEN, 4L, CLEO, 4L));
        assertThat(shares.stream().collect(Collectors.groupingBy(Share::document, Collectors.counting())))
                .allSatisfy((document, readers) -> assertThat(readers).isEqualTo(2));
    }

    @Test
    void answersTheSameEveryTimeAndNothingOnceDone() {
        List<UserId> annotators = List.of(ANN, BEN, CLEO);
        List<Share> shares = new Spread(Map.of()).missing(SIX, annotators, 2);
        Map<DocumentId, Set<UserId>> readers = new HashMap<>();
        shares.forEach(share ->
                readers.computeIfAbsent(share.document(), _ -> new HashSet<>()).add(share.annotator()));

        assertThat(new Spread(Map.of()).missing(SIX, annotators, 2)).isEqualTo(shares);
        assertThat(new Spread(readers).missing(SIX, annotators, 2)).isEmpty();
        assertThat(new Spread(readers).missing(SIX, annotators, 3)).hasSize(6);
    }

    @Test
    void countsWhatPeopleHaveAlready() {
        Map<DocumentId, Set<UserId>> readers = Map.of(SIX.get(0), Set.of(ANN), SIX.get(1), Set.of(ANN));

        assertThat(new Spread(readers).missing(SIX.subList(2, 4), List.of(ANN, BEN), 1))
                .extracting(Share::annotator)
                .containsExactly(BEN, BEN);
    }
}
