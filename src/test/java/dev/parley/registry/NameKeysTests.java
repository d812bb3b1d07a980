package dev.parley.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameKeysTests {

    /** Whatever two changes make of a name, it shares a stretch with what it was: nothing near is missed. */
    @Test
    void sharesAStretchWithEveryNameTwoLettersAway() {
        Random random = new Random(7);
        int looked = 0;
        for (String name : List.of("velmora", "salt harbour council", "joren task", "abcdef", "aaaaaaaaaa")) {
            for (int i = 0; i < 2_000; i++) {
                String changed = changed(changed(name, random), random);
                if (changed.length() <= NameKeys.TOO_SHORT) {
                    continue;
                }
                looked++;
                Set<String> asked = NameKeys.near(new FoldedName(changed));

                assertThat(NameKeys.of(name)).as(changed + " for " + name).anyMatch(asked::contains);
                assertThat(EditDistance.within(2, name, changed)).isLessThanOrEqualTo(2);
            }
        }
        assertThat(looked).isGreaterThan(9_000);
    }

    private static String changed(String name, Random random) {
        int at = random.nextInt(name.length());
        String letter = String.valueOf((char) ('a' + random.nextInt(26)));
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + letter + name.substring(at);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            default -> name.substring(0, at) + letter + name.substring(at + 1);
        };
    }
}
