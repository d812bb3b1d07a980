package dev.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguagesTests {

    private final Languages languages = new Languages();

    @Test
    void longTextsAreDetected() {
        assertThat(languages.of("The council of the river towns met again on the old bridge. ".repeat(6), "fr"))
                .isEqualTo("en");
        assertThat(languages.of(
                        "Der Rat der Städte am Fluss traf sich gestern wieder auf der alten Brücke. ".repeat(6), null))
                .isEqualTo("de");
        assertThat(languages.of(
                        "شورای شهرهای کنار رود دیروز دوباره روی پل قدیمی گرد هم آمد و درباره آب سخن گفت. ".repeat(6),
                        "en"))
                .isEqualTo("fa");
    }

    @Test
    void shortTextsTakeTheProjectsLanguage() {
        assertThat(languages.of("Home » News", "fr")).isEqualTo("fr");
        assertThat(languages.of("Home » News", null)).isNull();
    }

    @Test
    void shortTextsInAnotherScriptDoNot() {
        assertThat(languages.of("شورای شهر", "en")).isNull();
        assertThat(languages.of("شورای شهر", "fa")).isEqualTo("fa");
    }

    @Test
    void someScriptsLeaveNoChoice() {
        assertThat(languages.of("市长昨天在桥上会见了渔民。", "en")).isEqualTo("zh");
        assertThat(languages.of("市長は昨日、橋の上で漁師たちに会った。", "en")).isEqualTo("ja");
        assertThat(languages.of("시장은 어제 다리에서 어부들을 만났다.", "en")).isEqualTo("ko");
    }
}
