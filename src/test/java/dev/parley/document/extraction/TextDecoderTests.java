package dev.parley.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.extraction.Decoding.Decoded;
import dev.parley.document.extraction.Decoding.Undecodable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
    void textInAnUnknownCharsetIsRefusedWithAHint() {
        byte[] persian = "شورای شهرهای کنار رود دیروز گرد هم آمد".getBytes(Charset.forName("windows-1256"));
        byte[] russian = "Совет речных городов вчера снова собрался".getBytes(Charset.forName("windows-1251"));

        assertThat(reason(persian)).contains("windows-1256").contains("UTF-8");
        assertThat(reason(russian)).contains("windows-1251").contains("UTF-8");
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
}
