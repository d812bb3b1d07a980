package dev.parley.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.Span;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearbyMentionsTests {

    @Test
    void findsWhatComparingEachWithEachFinds() {
        Random random = new Random(7);
        List<Mention> mentions = IntStream.range(0, 300)
                .mapToObj(i -> mention(i, random.nextInt(500), 1 + random.nextInt(i % 20 == 0 ? 200 : 10)))
                .toList();
        NearbyMentions nearby = new NearbyMentions(mentions);

        for (Mention mention : mentions) {
            Span span = mention.spans().getFirst();
            assertThat(nearby.of(mention))
                    .containsExactlyInAnyOrderElementsOf(mentions.stream()
                            .filter(other -> other.spans().getFirst().overlap(span) > 0)
                            .toList());
        }
    }

    private static Mention mention(int id, int start, int length) {
        return new Mention("m" + id, "X", List.of(new Span(start, start + length)), Map.of(), null, List.of());
    }
}
