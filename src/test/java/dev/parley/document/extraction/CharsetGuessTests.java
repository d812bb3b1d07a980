package dev.parley.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.extraction.Decoding.Decoded;
import dev.parley.document.extraction.Decoding.Undecodable;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes of many countries are read rightly or asked about, and never taken for something else. */
class CharsetGuessTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        windows-1252 | Der Rat der Flussstädte traf sich am Sonntag auf der alten Brücke und sprach über das Wasser.
        windows-1252 | L’émissaire a déclaré que personne ne voulait payer, mais que le pont serait élevé là où il était.
        windows-1252 | El enviado dijo que nadie quiere pagar el agua, pero que el puente se construirá el año próximo.
        windows-1252 | Jokikaupunkien neuvosto puhui vedestä; lähettiläs sanoi, ettei kukaan halua maksaa.
        windows-1252 | “We are waiting,” the envoy said – perhaps in the café.
        windows-1250 | Rada říčních měst se sešla v neděli na starém mostě; vyslanec řekl, že nikdo nechce platit.
        ISO-8859-2   | Rada říčních měst se sešla v neděli na starém mostě; vyslanec řekl, že nikdo nechce platit.
        windows-1250 | Rada miast nadrzecznych zebrała się w niedzielę na starym moście i mówiła o wodzie i źródłach.
        ISO-8859-2   | Rada miast nadrzecznych zebrała się w niedzielę na starym moście i mówiła o wodzie i źródłach.
        windows-1254 | Nehir kıyısındaki şehirlerin meclisi pazar günü eski köprünün üzerinde toplandı ve su hakkında konuştu.
        ISO-8859-15  | Le conseil dépensera 3 000 € pour l'œuvre du cœur de la cité, a déclaré l'émissaire.
        x-MacRoman   | Der Rat der Flussstädte traf sich auf der alten Brücke. „Wir warten“, sagte der Gesandte über das Wasser.
        IBM850       | Der Rat der Flussstädte traf sich auf der alten Brücke und sprach über das Wasser.
        KOI8-R       | Совет прибрежных городов собрался в воскресенье на старом мосту и говорил о воде.
        KOI8-U       | Рада прирічкових міст зібралася в неділю на старому мосту й говорила про воду та її ціну.
        windows-1251 | Рада прирічкових міст зібралася в неділю на старому мосту й говорила про воду та її ціну.
        ISO-8859-6   | اجتمع مجلس مدن النهر يوم الأحد على الجسر القديم وتحدث عن المياه
        windows-1256 | اجتمع مجلس مدن النهر يوم الأحد على الجسر القديم وتحدث عن المياه
        windows-1255 | מועצת ערי הנהר התכנסה ביום ראשון על הגשר הישן ודיברה על המים
        EUC-JP       | 川沿いの町の評議会は日曜日、古い橋の上で再び会合を開き、水の費用を誰が払うかについて話し合った。特使は返事を待つと述べた。
        Shift_JIS    | 川沿いの町の評議会は日曜日、古い橋の上で再び会合を開き、水の費用を誰が払うかについて話し合った。
        Big5         | 沿河城鎮理事會星期日在老橋上再次開會，討論誰來支付水費。
        ISO-2022-JP  | 川沿いの町の評議会は日曜日に会合を開いた。
        """)
    void charsetsAreToldByTheirLetters(String charset, String words) {
        Decoding decoding = TextDecoder.decode(words.getBytes(Charset.forName(charset)));

        assertThat(decoding).isInstanceOfSatisfying(Decoded.class, decoded -> {
            assertThat(decoded.text()).isEqualTo(words);
            assertThat(decoded.charset()).isEqualTo(charset);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        windows-1257 | Upės miestų taryba sekmadienį susirinko ant senojo tilto ir kalbėjo apie vandenį.
        windows-1254 | Meclis pazar günü eski köprüde toplandı. Temsilci para istemedi.
        windows-1250 | Više od tisuću ljudi čeka most koji se mora sagraditi.
        windows-874  | สภาเมืองริมแม่น้ำประชุมกันในวันอาทิตย์บนสะพานเก่า
        IBM866       | Совет прибрежных городов собрался в воскресенье
        """)
    void whatTheLettersDoNotTellIsAskedWithTheRightCharsetAmongTheChoices(String charset, String words) {
        Decoding decoding = TextDecoder.decode(words.getBytes(Charset.forName(charset)));

        assertThat(decoding)
                .isInstanceOfSatisfying(
                        Undecodable.class,
                        asked -> assertThat(asked.charsets().stream().map(Charset::forName))
                                .contains(Charset.forName(charset)));
    }

    @Test
    void aFileThatNamesTheWrongCharsetIsAskedAbout() {
        byte[] bytes = "Der Rat traf sich auf der Brücke".getBytes(Charset.forName("windows-1252"));

        assertThat(TextDecoder.decode(bytes, "shift_jis"))
                .isInstanceOfSatisfying(
                        Undecodable.class, asked -> assertThat(asked.charsets()).contains("windows-1252"));
    }
}
