package dev.parley.document;

import dev.parley.document.Document.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said about an article besides its words: proposed first, then as somebody settled it.
 *
 * @param segments roles of stretches, in code points of the article
 */
public record ArticleDetails(String title, @Nullable String language, Publication publication, List<Segment> segments) {

    /** Roles that a stretch can have. */
    public static final List<String> ROLES =
            List.of(Segments.TITLE, Segments.BYLINE, Segments.DATELINE, Segments.BOILERPLATE, Segments.DUPLICATE);

    public ArticleDetails {
        segments = List.copyOf(segments);
    }

    /** The same words about other stretches. */
    public ArticleDetails with(List<Segment> others) {
        return new ArticleDetails(title, language, publication, others);
    }
}
