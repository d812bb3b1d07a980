package dev.parley.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.extraction.Decoding.Decoded;
import dev.parley.document.extraction.Decoding.Undecodable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextDecoderTests {

    private static final String QUOTED = "The mayor said “no” and the envoys’ answer was – nothing.";

    @Test
    void utf8IsUtf8() {
        assertThat(decode("Ministère 😀 شورا".getBytes(StandardCharsets.UTF_8))).isEqualTo("UTF-8: Ministère 😀 شورا");
    }

    @Test
    void curlyQuotesOfWindows1252AreKept() {
        assertThat(decode(QUOTED.getBytes(Charset.forName("windows-1252")))).isEqualTo("windows-1252: " + QUOTED);
    }

    @Test
    void utf16IsToldByItsMarkOrItsBytes() {
        assertThat(decode(marked(0xFF, 0xFE, QUOTED.getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo("UTF-16LE: " + QUOTED);
        assertThat(decode(marked(0xFE, 0xFF, QUOTED.getBytes(StandardCharsets.UTF_16BE))))
                .isEqualTo("UTF-16BE: " + QUOTED);
        assertThat(decode(QUOTED.getBytes(StandardCharsets.UTF_16LE))).isEqualTo("UTF-16LE: " + QUOTED);
        assertThat(decode(QUOTED.getBytes(StandardCharsets.UTF_16BE))).isEqualTo("UTF-16BE: " + QUOTED);
        assertThat(decode("شورای شهرهای کنار رود".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("UTF-16LE: شورای شهرهای کنار رود");
        assertThat(decode("市长昨天在桥上，会见了渔民。".getBytes(StandardCharsets.UTF_16BE))).isEqualTo("UTF-16BE: 市长昨天在桥上，会见了渔民。");
    }

    @Test
    void fewWordsInAnotherCharsetAreAskedAboutNotGuessed() {
        byte[] persian = "شورای شهر".getBytes(Charset.forName("windows-1256"));

        Undecodable undecodable = (Undecodable) TextDecoder.decode(persian);

        assertThat(undecodable.reason()).contains("Choose the charset").contains("UTF-8");
        assertThat(undecodable.charsets()).contains("windows-1256");
    }

    @Test
    void aLongerTextTellsItsCharset() {
        assertTold(
                "windows-1251",
                "Совет речных городов вчера снова собрался на старом мосту. Он говорил о том, кто"
                        + " будет платить за воду, и почему никто не хочет этого делать.");
        assertTold(
                "windows-1256",
                "اجتمع مجلس مدن النهر أمس مرة أخرى على الجسر القديم، وتحدث هذه المرة عن من يدفع ثمن"
                        + " المياه ولماذا لا يريد أحد أن يفعل ذلك في هذه السنة.");
        assertTold("Shift_JIS", "川の町の評議会は昨日、古い橋の上で再び会合を開き、今回は誰が水の代金を払うのかについて話し合った。");
        assertTold("GB18030", "河边城镇的议会昨天在旧桥上再次开会，这次讨论的是谁来支付水费，以及为什么没有人愿意这样做。");
        assertTold("EUC-KR", "강변 마을 의회는 어제 낡은 다리 위에서 다시 모여 이번에는 누가 물값을 낼 것인지에 대해 이야기했다.");
    }

    @Test
    void aPersonsChoiceIsTakenOrRefusedNeverBent() {
        byte[] polish = "Zażółć gęślą jaźń".getBytes(Charset.forName("windows-1250"));

        assertThat(TextDecoder.decodeAs(polish, "windows-1250"))
                .isInstanceOfSatisfying(
                        Decoded.class, decoded -> assertThat(decoded.text()).isEqualTo("Zażółć gęślą jaźń"));
        assertThat(TextDecoder.decodeAs(polish, "UTF-8")).isInstanceOf(Undecodable.class);
        assertThat(TextDecoder.decodeAs(polish, "latin-nothing")).isInstanceOf(Undecodable.class);
    }

    private static void assertTold(String charset, String words) {
        assertThat(decode(words.getBytes(Charset.forName(charset)))).isEqualTo(charset + ": " + words);
    }

    @Test
    void aMarkThatLiesIsRefused() {
        assertThat(reason(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xFF}))
                .contains("UTF-8");
    }

    @Test
    void oneMarkIsRemovedAndTheRestKept() {
        Decoded decoded = rules("\uFEFF\uFEFFabc".getBytes(StandardCharsets.UTF_8));

        assertThat(decoded.text()).isEqualTo("\uFEFFabc");
        assertThat(decoded.steps()).hasSize(2).last().asString().contains("byte order mark");
    }

    @Test
    void lineEndsBecomeLineFeedsAndNothingElseChanges() {
        Decoded decoded = rules("a \u00A0\r\nb\rc\n\n e\u0301\uFFFD\t ".getBytes(StandardCharsets.UTF_8));

        assertThat(decoded.text()).isEqualTo("a \u00A0\nb\nc\n\n e\u0301\uFFFD\t ");
        assertThat(decoded.steps()).containsExactly("Read as UTF-8.", "Changed CR LF and CR into LF.");
    }

    @Test
    void controlCharactersAreRefusedByNameAndPlace() {
        assertThat(refused("ab\nc😀\u0000"))
                .contains("U+0000 (NUL)")
                .contains("position 5")
                .contains("line 2");
        assertThat(refused("a\u001B[0m")).contains("U+001B").contains("position 1");
        assertThat(refused("\0".repeat(1000))).contains("NUL");
    }

    @Test
    void nothingToSeeIsNoText() {
        assertThat(refused(" \n\u00A0\n\t")).contains("no text");
    }

    private static byte[] marked(int first, int second, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        out.write(second);
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private static String decode(byte[] bytes) {
        return switch (TextDecoder.decode(bytes)) {
            case Decoded decoded -> decoded.charset() + ": " + decoded.text();
            case Undecodable undecodable -> undecodable.reason();
        };
    }

    private static String reason(byte[] bytes) {
        assertThat(TextDecoder.decode(bytes)).isInstanceOf(Undecodable.class);
        return decode(bytes);
    }

    private static Decoded rules(byte[] bytes) {
        return (Decoded) TextRules.apply((Decoded) TextDecoder.decode(bytes));
    }

    private static String refused(String text) {
        Decoding decoding = TextRules.apply((Decoded) TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8)));
        return ((Undecodable) decoding).reason();
    }

    @Test
    void oneWordInUtf16WithoutAMarkIsAsked() {
        for (String word : List.of("سلام", "Привет", "Ωμέγα")) {
            assertThat(TextDecoder.decode(word.getBytes(StandardCharsets.UTF_16LE)))
                    .as(word)
                    .isInstanceOfSatisfying(
                            Undecodable.class,
                            asked -> assertThat(asked.charsets()).first().isEqualTo("UTF-16LE"));
        }
        assertThat(TextDecoder.decode("a\u0001b\u0002".getBytes(StandardCharsets.UTF_8)))
                .as("control characters in plain text are named as such")
                .isInstanceOf(Decoded.class);
    }

    @Test
    void aBrokenOffJapaneseMailSaysSo() {
        byte[] whole = "会議は東京で開かれた".getBytes(Charset.forName("ISO-2022-JP"));

        assertThat(TextDecoder.decode(Arrays.copyOf(whole, 10)))
                .isInstanceOfSatisfying(
                        Undecodable.class,
                        refused -> assertThat(refused.reason()).contains("ISO-2022-JP", "breaks off"));
    }

    @Test
    void brokenUtf8IsNotReadAsSomethingElse() {
        byte[] whole = "Straße über Öl, Ministère".getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(Arrays.copyOf(whole, whole.length - 3))).contains("breaks off inside a character");
        assertThat(refusal("Hello \u00ED\u00A0\u0080 there".getBytes(StandardCharsets.ISO_8859_1)))
                .contains("half a surrogate pair at byte 6");
        whole[12] = (byte) 0xFF;
        assertThat(refusal(whole)).contains("do not exist there");
        assertThat(TextDecoder.decode("Der Bär aß Öl über Nürnberg".getBytes(Charset.forName("windows-1252"))))
                .isInstanceOf(Decoded.class);
    }

    @Test
    void aNulInPlainTextIsNoSignOfUtf16() {
        assertThat(TextDecoder.decode("abc\0def words here".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Decoded.class);
        assertThat(refusal("Nürnberg".getBytes(StandardCharsets.UTF_16BE))).contains("UTF-16BE");
    }

    private static String refusal(byte[] bytes) {
        return TextDecoder.decode(bytes) instanceof Undecodable refused ? refused.reason() : "taken";
    }
}
