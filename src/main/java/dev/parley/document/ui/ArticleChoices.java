package dev.parley.document.ui;

import dev.parley.account.User;
import dev.parley.document.ArticleDetails;
import dev.parley.document.DocumentService;
import dev.parley.document.DocumentText;
import dev.parley.document.FileService;
import dev.parley.document.Likeness;
import dev.parley.document.SourceFileId;
import dev.parley.document.Span;
import dev.parley.document.Titles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody chose to say about the articles of a file while their cuts are open. */
class ArticleChoices implements CutSheet.Articles {

    /** Code points; a longer stretch is compared when it is settled. */
    private static final int LONGEST_COMPARED = 200_000;

    private final FileService files;
    private final DocumentService documents;
    private final User viewer;
    private final SourceFileId file;
    private final DocumentText text;
    /** By the line an article begins on, so that a moved end loses nothing. */
    private final Map<Integer, Chosen> chosen = new HashMap<>();

    private final Map<Span, List<Likeness>> alike = new HashMap<>();

    ArticleChoices(FileService files, DocumentService documents, User viewer, SourceFileId file, DocumentText text) {
        this.files = files;
        this.documents = documents;
        this.viewer = viewer;
        this.file = file;
        this.text = text;
    }

    private record Chosen(Span span, ArticleDetails details) {}

    @Override
    public String title(CutDraft.Piece piece) {
        Chosen said = chosen.get(piece.first());
        return said == null
                ? Titles.of(text.slice(piece.span()))
                : said.details().title();
    }

    @Override
    public String hint(CutDraft.Piece piece) {
        List<Likeness> found = alike(piece.span());
        return found.isEmpty()
                ? ""
                : "%d %% like “%s”"
                        .formatted(found.getFirst().percent(), found.getFirst().title());
    }

    private List<Likeness> alike(Span span) {
        return span.length() > LONGEST_COMPARED
                ? List.of()
                : alike.computeIfAbsent(span, missing -> files.alike(viewer, file, text, missing));
    }

    @Override
    public void details(CutDraft.Piece piece, Runnable afterwards) {
        DocumentText article = DocumentText.of(text.slice(piece.span()));
        new ArticleDialog(
                        article,
                        details(piece),
                        alike(piece.span()),
                        likeness -> documents.text(likeness.document()),
                        details -> {
                            chosen.put(piece.first(), new Chosen(piece.span(), details));
                            afterwards.run();
                        })
                .open();
    }

    private ArticleDetails details(CutDraft.Piece piece) {
        ArticleDetails proposed = files.details(viewer, file, text, piece.span());
        Chosen said = chosen.get(piece.first());
        if (said == null) {
            return proposed;
        }
        return said.span().equals(piece.span())
                ? said.details()
                : said.details().with(proposed.segments());
    }

    /** What was chosen for these articles. */
    Map<Span, ArticleDetails> forPieces(List<CutDraft.Piece> pieces) {
        Map<Span, ArticleDetails> details = new HashMap<>();
        for (CutDraft.Piece piece : pieces) {
            if (piece.taken() && chosen.containsKey(piece.first())) {
                details.put(piece.span(), details(piece));
            }
        }
        return details;
    }
}
