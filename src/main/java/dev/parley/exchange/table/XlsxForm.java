package dev.parley.exchange.table;

import dev.parley.exchange.Bundle;
import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An Excel workbook with two sheets. Written by hand because it is little: every cell is a string that stands in its sheet,
 * so nothing is ever taken for a formula, rows can be written while they are read, and equal data gives equal bytes.
 */
final class XlsxForm implements Form {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String SHEET_ML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** What Excel can hold in a cell and in a sheet. */
    private static final int LONGEST_CELL = 32_767;

    private static final int MOST_ROWS = 1_048_576;

    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) throws IOException {
        Feature.accountProject(project.source(), true, losses);
        Bundle zip = new Bundle(out);
        text(zip, "[Content_Types].xml", """
                <Types xmlns="%1$scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="%2$ssheet.main+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%2$sworksheet+xml"/>\
                <Override PartName="/xl/worksheets/sheet2.xml" ContentType="%2$sworksheet+xml"/></Types>
                """.formatted(PACKAGE, WORKBOOK_TYPE));
        text(zip, "_rels/.rels", """
                <Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """.formatted(PACKAGE, RELATIONSHIPS));
        text(zip, "xl/workbook.xml", """
                <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Claims" sheetId="1" r:id="rId1"/>\
                <sheet name="Registry" sheetId="2" r:id="rId2"/></sheets></workbook>
                """.formatted(SHEET_ML, RELATIONSHIPS));
        text(zip, "xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="%1$srelationships"><Relationship Id="rId1" Type="%2$s/worksheet" Target="worksheets/sheet1.xml"/>\
                <Relationship Id="rId2" Type="%2$s/worksheet" Target="worksheets/sheet2.xml"/></Relationships>
                """.formatted(PACKAGE, RELATIONSHIPS));
        sheet(zip, "xl/worksheets/sheet1.xml", losses, sheet -> new ClaimRows(project).writeTo(sheet, losses));
        sheet(zip, "xl/worksheets/sheet2.xml", losses, sheet -> RegistryRows.write(project.source(), sheet));
        zip.finish();
    }

    private interface Rows {
        void writeTo(Sheet sheet) throws IOException;
    }

    private static void text(Bundle zip, String name, String xml) throws IOException {
        zip.add(name, entry -> entry.write((XML + xml).getBytes(StandardCharsets.UTF_8)));
    }

    private static void sheet(Bundle zip, String name, Losses losses, Rows rows) throws IOException {
        zip.add(name, entry -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(entry, StandardCharsets.UTF_8));
            writer.write(XML + "<worksheet xmlns=\"%s\"><sheetData>".formatted(SHEET_ML));
            int[] number = new int[1];
            rows.writeTo(cells -> {
                if (++number[0] > MOST_ROWS) {
                    losses.add("rows beyond what a sheet can hold", cells.getFirst());
                } else {
                    row(writer, cells, losses);
                }
            });
            writer.write("</sheetData></worksheet>");
            writer.flush();
        });
    }

    private static void row(Writer writer, List<String> cells, Losses losses) throws IOException {
        writer.write("<row>");
        for (String cell : cells) {
            String words = cell;
            if (words.length() > LONGEST_CELL) {
                losses.add("cells cut at 32 767 characters", cells.getFirst());
                int end = Character.isHighSurrogate(words.charAt(LONGEST_CELL - 1)) ? LONGEST_CELL - 1 : LONGEST_CELL;
                words = words.substring(0, end);
            }
            writer.write("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            writer.write(escaped(words));
            writer.write("</t></is></c>");
        }
        writer.write("</row>");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
