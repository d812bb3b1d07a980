package dev.parley.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** The text of a PDF, put together from where each word stands on its page. Forms and their scripts are not touched. */
final class PdfText {

    private static final int END_WITHIN = 8192;

    private PdfText() {}

    static ChildAnswer read(Path file) throws IOException {
        if (!endsLikePdf(file)) {
            return new ChildAnswer.Refusal("The PDF ends too early; it may not have arrived whole.");
        }
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            if (form != null && form.hasXFA()) {
                return new ChildAnswer.Refusal(
                        "The PDF is an XFA form: what it shows is made by a program inside it. Print it to a plain PDF"
                                + " and send that.");
            }
            return read(document);
        } catch (InvalidPasswordException e) {
            return new ChildAnswer.Refusal("It is protected by a password. Remove the password and send it again.");
        }
    }

    private static ChildAnswer read(PDDocument document) throws IOException {
        PdfWords words = PdfWords.of(document);
        List<Integer> pictures = words.pagesOfPictures();
        if (words.isEmpty()) {
            return new ChildAnswer.Refusal(
                    "The PDF holds no text, only pictures of pages. Run it through text recognition first.");
        }
        if (pictures.size() * 2 > words.pages().size()) {
            return new ChildAnswer.Refusal(
                    "Most pages of the PDF (%d of %d) are pictures without text. Run it through text recognition first."
                            .formatted(pictures.size(), words.pages().size()));
        }
        PdfLayout layout = PdfLayout.of(words.pages());
        PdfFurniture furniture = layout.furniture();
        String text = PdfBrackets.turned(PdfParagraphs.of(layout.lines()));
        if (text.indexOf('\uFFFD') >= 0) {
            return new ChildAnswer.Refusal(
                    "The PDF does not say which characters its letters stand for, so its text would be garbled.");
        }
        List<String> steps = new ArrayList<>();
        steps.add("Took the text out of the PDF's %d page%s."
                .formatted(words.pages().size(), words.pages().size() == 1 ? "" : "s"));
        if (layout.columns()) {
            steps.add("Read columns one after the other.");
        }
        if (furniture.lines() > 0) {
            steps.add("Left out %d page numbers and running heads.".formatted(furniture.lines()));
        }
        if (!pictures.isEmpty()) {
            steps.add("Pages that are only a picture have no text here: %s."
                    .formatted(pictures.toString().replaceAll("[\\[\\]]", "")));
        }
        steps.add(
                "Joined the lines that the page had wrapped; a hyphen at a line's end was only removed where the whole"
                        + " word stands elsewhere in the file.");
        Imprint imprint = furniture.printed() ? words.imprint().printed(furniture.address()) : words.imprint();
        return new ChildAnswer.Text(text, imprint, null, steps);
    }

    private static boolean endsLikePdf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.max(0, Files.size(file) - END_WITHIN));
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains("%%EOF");
        }
    }
}
