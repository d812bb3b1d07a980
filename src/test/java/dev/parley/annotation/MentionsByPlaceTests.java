package dev.parley.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.Span;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MentionsByPlaceTests {

    @Test
    void findsAllThatOverlapAndFewMore() {
        Random random = new Random(7);
        List<Mention> mentions = IntStream.range(0, 3_000)
                .mapToObj(i -> mention(i, random.nextInt(50_000), 1 + random.nextInt(i % 20 == 0 ? 900 : 10)))
                .toList();
        MentionsByPlace places = new MentionsByPlace();
        mentions.forEach(places::add);
        mentions.stream().limit(1_000).forEach(places::remove);
        List<Mention> left = mentions.subList(1_000, 3_000);

        int looked = 0;
        for (Mention mention : mentions) {
            Span span = mention.spans().getFirst();
            assertThat(places.near(mention))
                    .containsAll(left.stream()
                            .filter(other -> other.spans().getFirst().overlap(span) > 0)
                            .toList())
                    .allMatch(left::contains);
            looked += places.near(mention).size();
        }
        assertThat(looked / mentions.size()).isLessThan(50);
    }

    @Test
    void looksBetweenThePiecesOfAMention() {
        MentionsByPlace places = new MentionsByPlace();
        Mention middle = mention(1, 2_000, 5);
        places.add(middle);

        assertThat(places.near(new Mention(
                        "pieces", "X", List.of(new Span(0, 4), new Span(4_000, 4_004)), Map.of(), null, List.of())))
                .containsExactly(middle);
    }

    private static Mention mention(int id, int start, int length) {
        return new Mention("m" + id, "X", List.of(new Span(start, start + length)), Map.of(), null, List.of());
    }
}
