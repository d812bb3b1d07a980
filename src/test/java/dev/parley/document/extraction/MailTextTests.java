package dev.parley.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MailTextTests {

    private static final String LINES = """
            شوراي شهرهاي كنار رودخانه روز يكشنبه بر روي پل قديمي گرد آمد و درباره آب و هزينه هاي آن سخن گفت و هيچ كس پاسخ نداد.
            شهردار اين درخواست را نامعقول خواند و گفت كه شهرش تاكنون دو بار براي تعمير دريچه ها پول داده است و ديگر نمي دهد.""";

    @Test
    void aPersianMailIsReadInItsOwnCharset() throws IOException {
        Charset persian = Charset.forName("windows-1256");

        ChildAnswer.Text read =
                read("""
                From: =?windows-1256?B?%s?= <a@river.example>
                Subject: =?windows-1256?B?%s?=
                Date: Sat, 3 May 2031 23:30:00 -0700 (PDT)
                Content-Type: text/plain; charset=windows-1256
                Content-Transfer-Encoding: base64

                %s
                """.formatted(encoded("شورا", persian), encoded("پل باز شد", persian), encoded(LINES, persian)));

        assertThat(read.text()).isEqualTo("پل باز شد\n\n" + LINES);
        assertThat(read.imprint().byline()).isEqualTo("شورا");
        assertThat(read.imprint().published()).isEqualTo("2031-05-03");
    }

    @Test
    void oldJapaneseMailIsReadThoughItIsAllAscii() throws IOException {
        ChildAnswer.Text read = read("""
                From: a@river.example
                Content-Type: text/plain; charset=iso-2022-jp

                %s
                """.formatted(
                        new String("川沿いの町の会合".getBytes(Charset.forName("ISO-2022-JP")), StandardCharsets.ISO_8859_1)));

        assertThat(read.text()).isEqualTo("川沿いの町の会合");
    }

    @Test
    void aMailThatDidNotArriveWholeIsRefused() throws IOException {
        ChildAnswer read = MailText.read(mail("""
                From: a@river.example
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                The bridge opened on Sun"""), null);

        assertThat(((ChildAnswer.Refusal) read).reason()).contains("ends too early");
    }

    @Test
    void aPageSavedAsOneFileSaysWhereItIsFrom() throws IOException {
        ChildAnswer.Text read = read("""
                From: <Saved by Blink>
                Snapshot-Content-Location: https://river.example/bridge
                Subject: The bridge opens
                Content-Type: multipart/related; type="text/html"; boundary=b

                --b
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                <html lang=3D"en"><meta property=3D"og:site_name" content=3D"River Post"><h1>The bridge opens</h1><p>It=
                 opened.</p></html>
                --b--
                """);

        assertThat(read.text()).isEqualTo("The bridge opens\n\nIt opened.");
        assertThat(read.imprint())
                .isEqualTo(new Imprint(
                        "The bridge opens", "River Post", null, null, "https://river.example/bridge", "en"));
    }

    private static String encoded(String words, Charset charset) {
        return Base64.getEncoder().encodeToString(words.getBytes(charset));
    }

    private static ChildAnswer.Text read(String mail) throws IOException {
        return (ChildAnswer.Text) MailText.read(mail(mail), null);
    }

    private static byte[] mail(String mail) {
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
