package dev.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTests {

    @Test
    void caseAccentsApostrophesAndSpacesDoNotMatter() {
        assertThat(Folding.words("L’État d'Ålesund")).isEqualTo(Folding.words("l'etat\u00A0D’ALESUND"));
        assertThat(Folding.words("Iran’s IRAN")).containsExactly("iran", "s");
        assertThat(Folding.words("e\u0301te\u0301")).containsExactly("ete");
        assertThat(Folding.words("ﬁne № 12")).containsExactly("fine", "no", "12");
    }

    @Test
    void persianAndArabicKeyboardsFindEachOther() {
        assertThat(Folding.words("کتابی")).isEqualTo(Folding.words("كتابي"));
        assertThat(Folding.words("أحمد")).isEqualTo(Folding.words("احمد"));
    }

    @Test
    void scriptsWithoutSpacesAreFoundByPairs() {
        assertThat(Folding.words("会議は東京")).contains("会議", "東京");
        assertThat(Folding.words("abc会議")).containsExactly("abc", "会議");
        assertThat(Folding.words("川")).containsExactly("川");
    }

    @Test
    void longWordsAreKnownByTheirBeginning() {
        assertThat(Folding.words("x".repeat(5_000))).allMatch(word -> word.length() <= Folding.LONGEST);
        assertThat(Folding.words("… !")).isEmpty();
    }
}
