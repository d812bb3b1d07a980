package dev.parley.exchange.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.DocumentId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTests {

    private static final String WORDS =
            "the harbour office of lower sarn says that the night ferry will sail again once the dredging of the channel ends "
                    + "and that nobody who paid for a ticket in spring has to pay for it once more before the lantern market opens";

    private static DocumentId id(long number) {
        return new DocumentId(new UUID(number, 1));
    }

    @Test
    void putsEightOfTenIntoTrainingOnAverage() {
        List<List<DocumentId>> alone =
                IntStream.range(0, 5_000).mapToObj(i -> List.of(id(i))).toList();

        Map<Part, Integer> counts = new Split(Map.of()).grown("seed", alone).counts();

        assertThat(counts.get(Part.TRAIN)).isBetween(3_900, 4_100);
        assertThat(counts.get(Part.DEV)).isBetween(420, 580);
        assertThat(counts.get(Part.TEST)).isBetween(420, 580);
    }

    @Test
    void neverMovesADocumentWhateverComesAfter() {
        List<List<DocumentId>> first =
                IntStream.range(0, 200).mapToObj(i -> List.of(id(i))).toList();
        Split before = new Split(Map.of()).grown("seed", first);

        Split after = before.grown(
                "seed",
                IntStream.range(0, 100)
                        .mapToObj(i -> List.of(id(2 * i), id(2 * i + 1), id(1_000 + i)))
                        .toList());

        before.placements()
                .forEach((document, placement) ->
                        assertThat(after.placements().get(document)).isEqualTo(placement));
    }

    @Test
    void putsANewcomerBetweenTwoPartsIntoTheStrictestAndSaysSo() {
        Split before = new Split(Map.of(
                id(1), new Placement(id(1), "1", Part.TRAIN, Set.of()),
                id(2), new Placement(id(2), "2", Part.TEST, Set.of())));

        Split after = before.grown("seed", List.of(List.of(id(1), id(2), id(3))));

        assertThat(after.placements().get(id(3)).part()).isEqualTo(Part.TEST);
        assertThat(after.conflicts()).extracting(Placement::document).containsExactly(id(3));
        assertThat(after.conflicts().getFirst().joins()).containsExactlyInAnyOrder(Part.TRAIN, Part.TEST);
    }

    @Test
    void keepsNearDuplicatesTogetherAndOthersApart() {
        NearDuplicates near = new NearDuplicates();
        near.add(id(1), WORDS);
        near.add(id(2), WORDS.toUpperCase(java.util.Locale.ROOT).replace(" ", "\u00a0 "));
        near.add(id(3), everyTenthWordReplaced(WORDS));
        near.add(
                id(4),
                "the salt tax of upper sarn was never paid by anybody, the committee of the tides found on a quiet afternoon");

        Set<Set<DocumentId>> groups = near.groups().stream().map(Set::copyOf).collect(Collectors.toSet());

        assertThat(groups).containsExactlyInAnyOrder(Set.of(id(1), id(2), id(3)), Set.of(id(4)));
    }

    @Test
    void leaksNoNearDuplicateIntoAnotherPartAcrossReExports() {
        Split split = new Split(Map.of());
        for (int round = 0; round < 5; round++) {
            NearDuplicates near = new NearDuplicates();
            for (int i = 0; i < 20 * (round + 1); i++) {
                near.add(id(i), "story %d %s of day %d".formatted(i % 20, (" word" + i % 20).repeat(40), i % 20));
            }
            split = split.grown("seed", near.groups());
        }

        Map<Integer, Set<Part>> parts = split.placements().values().stream()
                .collect(Collectors.groupingBy(
                        placement -> (int) (placement.document().value().getMostSignificantBits() % 20),
                        Collectors.mapping(placement -> placement.part(), Collectors.toSet())));
        assertThat(parts).hasSize(20);
        assertThat(parts.values()).allSatisfy(one -> assertThat(one).hasSize(1));
    }

    private static String everyTenthWordReplaced(String text) {
        String[] words = text.split(" ");
        for (int i = 9; i < words.length; i += 20) {
            words[i] = "quay" + i;
        }
        return String.join(" ", words);
    }
}
