package dev.parley.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.document.extraction.Samples.Placed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfTextTests {

    @TempDir
    Path folder;

    @Test
    void threeNarrowColumnsWithANarrowGutterFollowEachOther() throws IOException {
        List<Placed> words =
                new ArrayList<>(List.of(new Placed(0, 60, 740, 16, "The council of the river towns meets")));
        for (int column = 0; column < 3; column++) {
            for (int line = 0; line < 9; line++) {
                // 27 letters of nine points are 145.8 points wide and leave 8 of them between the columns
                words.add(new Placed(
                        0,
                        60 + column * 154,
                        700 - 11 * line - column,
                        9,
                        "column %d line %d of the news xx"
                                .formatted(column, line)
                                .substring(0, 27)));
            }
        }

        String text = read(words).text();

        assertThat(text.indexOf("column 0 line 8")).isPositive().isLessThan(text.indexOf("column 1 line 0"));
        assertThat(text.indexOf("column 1 line 8")).isLessThan(text.indexOf("column 2 line 0"));
    }

    @Test
    void whatABrowserAddsToAPrintedPageIsNoText() throws IOException {
        ChildAnswer.Text read = read(List.of(
                new Placed(0, 30, 770, 8, "5/3/31, 8:05 PM"),
                new Placed(0, 300, 770, 8, "The bridge opens"),
                new Placed(0, 60, 700, 10, "The bridge opened on Sunday, and everybody came to see it."),
                new Placed(0, 30, 20, 8, "https://river.example/bridge?a=1"),
                new Placed(0, 550, 20, 8, "1/1")));

        assertThat(read.text()).isEqualTo("The bridge opened on Sunday, and everybody came to see it.");
        assertThat(read.imprint().url()).isEqualTo("https://river.example/bridge?a=1");
        assertThat(read.imprint().published()).isNull();
    }

    @Test
    void bracketsThatAFileMirroredAreTurned() {
        assertThat(PdfBrackets.turned("»ما منتظر هستیم«، گفت\nA «word» $1 \\"))
                .isEqualTo("«ما منتظر هستیم»، گفت\nA «word» $1 \\");
        assertThat(PdfBrackets.turned("«ما» (شورا)")).isEqualTo("«ما» (شورا)");
    }

    private ChildAnswer.Text read(List<Placed> words) throws IOException {
        return (ChildAnswer.Text) PdfText.read(Files.write(folder.resolve("a.pdf"), Samples.placedPdf(words)));
    }
}
