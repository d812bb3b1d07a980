package dev.parley.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.Format;
import dev.parley.exchange.Selection;
import dev.parley.exchange.Story;
import dev.parley.exchange.Written;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTests {

    private static final ExportOptions GOLD = new ExportOptions(new Selection.GoldOnly(), false, false);

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+A1", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", " =1", "\u200b=1", "＝1+1", "|calc"})
    void keepsSpreadsheetsFromRunningWhatLooksLikeAFormula(String cell) {
        assertThat(Cells.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mara", "-12.5", "12", "a=b", "«=1»"})
    void leavesOtherCellsAlone(String cell) {
        assertThat(Cells.harmless(cell)).isEqualTo(cell);
    }

    @Test
    void writesAClaimARow() {
        String csv = Written.of(new TableForms(), Format.CSV, Story.ferry().source(), GOLD)
                .text();

        assertThat(csv.lines().findFirst().orElseThrow())
                .startsWith("document,title,set,claim,content,cue,source,source entity,addressee");
        assertThat(csv)
                .contains(",gold,c1,the ferry | will sail,said,Mara Ilvend,,")
                .contains(",assert,");
    }

    @Test
    void quotesCellsWithCommasAndQuotes() {
        Story story = new Story("He said \"no, never\".").claim("c1", "<author>", "said", "\"no, never\"");

        assertThat(Written.of(new TableForms(), Format.CSV, story.source(), GOLD)
                        .text())
                .contains(",\"\"\"no, never\"\"\",said,<author>,");
    }

    @Test
    void excelReadsTheWorkbook() throws IOException {
        Story story = new Story("=1+1 & <so on>").claim("c1", "<author>", "", "=1+1 & <so on>");
        byte[] bytes =
                Written.of(new TableForms(), Format.XLSX, story.source(), GOLD).bytes();

        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            Sheet claims = workbook.getSheet("Claims");
            assertThat(claims.getRow(1).getCell(4).getStringCellValue()).isEqualTo("=1+1 & <so on>");
            assertThat(claims.getRow(1).getCell(4).getCellType()).isEqualTo(CellType.STRING);
            assertThat(workbook.getSheet("Registry").getRow(1).getCell(2).getStringCellValue())
                    .isEqualTo("Brin");
        }
    }
}
