package dev.parley.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchTests {

    @ParameterizedTest
    @CsvSource({
        "Ada Weber,   Ada Weber,        EXACT",
        "ada weber,   Ada Weber,        FOLDED",
        "Ada  Wéber,  Ada Weber,        FOLDED",
        "D’Arc,       D'Arc,            FOLDED",
        "Weber,       Ada Maria Weber,  WORDS",
        "Ada Maria Weber, Weber,        WORDS",
        "Web,         Ada Weber,        ",
        "Ada Braun,   Ada Weber,        "
    })
    void saysHowWellTwoNamesFit(String inText, String inRegistry, @Nullable NameMatch expected) {
        assertThat(NameMatch.of(inText, inRegistry)).isEqualTo(Optional.ofNullable(expected));
    }
}
