package dev.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ExportFileNameTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void keepsWordsOfAnyScriptAndNothingElse() {
        assertThat(name("Harbour / talks: «№ 3»")).isEqualTo("harbour-talks-3-2026-11-22.json");
        assertThat(name("گفت‌وگو در بندر")).isEqualTo("گفت-وگو-در-بندر-2026-11-22.json");
        assertThat(name("…/../")).isEqualTo("project-2026-11-22.json");
    }

    @Test
    void saysWhoseSetsItHolds() {
        ExportOptions one = new ExportOptions(new Selection.One("ada"), false, false);
        ExportOptions hidden = new ExportOptions(new Selection.One("ada"), false, true);

        assertThat(ExportFileName.of("Harbour", one, Format.BUNDLE, DAY)).isEqualTo("harbour-ada-2026-11-22.zip");
        assertThat(ExportFileName.of("Harbour", hidden, Format.BUNDLE, DAY)).isEqualTo("harbour-one-2026-11-22.zip");
    }

    private static String name(String project) {
        return ExportFileName.of(project, ExportOptions.DEFAULT, Format.JSON, DAY);
    }
}
