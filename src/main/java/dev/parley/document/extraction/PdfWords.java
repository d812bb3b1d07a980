package dev.parley.document.extraction;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** The words of a PDF with their places, page by page. */
final class PdfWords extends PDFTextStripper {

    private final List<List<Word>> pages = new ArrayList<>();
    private final List<Boolean> hasPicture = new ArrayList<>();
    private Imprint imprint = Imprint.NONE;

    private PdfWords() throws IOException {
        setSuppressDuplicateOverlappingText(true);
    }

    /**
     * A word, or in scripts that run from right to left a stretch of words.
     *
     * @param left in points from the page's left edge
     * @param baseline in points from the top
     * @param size of the type, in points
     */
    record Word(String text, float left, float right, float baseline, float size) {}

    static PdfWords of(PDDocument document) throws IOException {
        PdfWords words = new PdfWords();
        words.imprint = imprint(document.getDocumentInformation());
        words.writeText(document, Writer.nullWriter());
        return words;
    }

    List<List<Word>> pages() {
        return pages;
    }

    Imprint imprint() {
        return imprint;
    }

    boolean isEmpty() {
        return pages.stream().allMatch(List::isEmpty);
    }

    /** Numbers, from 1, of the pages that show a picture and not one word. */
    List<Integer> pagesOfPictures() {
        return IntStream.range(0, pages.size())
                .filter(page -> pages.get(page).isEmpty() && hasPicture.get(page))
                .mapToObj(page -> page + 1)
                .toList();
    }

    @Override
    protected void startPage(PDPage page) {
        pages.add(new ArrayList<>());
        hasPicture.add(showsPicture(page));
    }

    private static boolean showsPicture(PDPage page) {
        PDResources resources = page.getResources();
        if (resources == null) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void writeString(String text, List<TextPosition> places) {
        // a watermark across the page or a note along its edge belongs to no line
        List<TextPosition> upright =
                places.stream().filter(place -> place.getDir() == 0).toList();
        if (upright.isEmpty() || text.isBlank()) {
            return;
        }
        if (text.indexOf(' ') < 0 || isRightToLeft(text)) {
            add(text.strip(), upright);
            return;
        }
        List<TextPosition> word = new ArrayList<>();
        for (TextPosition place : upright) {
            if (place.getUnicode().isBlank()) {
                addWord(word);
                word.clear();
            } else {
                word.add(place);
            }
        }
        addWord(word);
    }

    private void addWord(List<TextPosition> places) {
        if (!places.isEmpty()) {
            StringBuilder word = new StringBuilder();
            places.forEach(place -> word.append(place.getUnicode()));
            add(withoutLigatures(word.toString()), places);
        }
    }

    private void add(String text, List<TextPosition> places) {
        float left = Float.MAX_VALUE;
        float right = 0;
        for (TextPosition place : places) {
            left = Math.min(left, place.getXDirAdj());
            right = Math.max(right, place.getXDirAdj() + place.getWidthDirAdj());
        }
        TextPosition first = places.getFirst();
        float size = first.getFontSizeInPt() > 0 ? first.getFontSizeInPt() : first.getHeightDir();
        pages.getLast().add(new Word(text, left, right, first.getYDirAdj(), Math.max(size, 1)));
    }

    static boolean isRightToLeft(String text) {
        return text.codePoints().anyMatch(c -> {
            byte direction = Character.getDirectionality(c);
            return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        });
    }

    private static String withoutLigatures(String word) {
        boolean any = word.chars().anyMatch(c -> c >= 0xFB00 && c <= 0xFB06);
        return any ? Normalizer.normalize(word, Normalizer.Form.NFKC) : word;
    }

    private static Imprint imprint(PDDocumentInformation said) {
        return new Imprint(said.getTitle(), null, said.getAuthor(), day(said.getCreationDate()), null, null);
    }

    private static @Nullable String day(@Nullable Calendar date) {
        return date == null
                ? null
                : "%04d-%02d-%02d"
                        .formatted(
                                date.get(Calendar.YEAR), date.get(Calendar.MONTH) + 1, date.get(Calendar.DAY_OF_MONTH));
    }
}
