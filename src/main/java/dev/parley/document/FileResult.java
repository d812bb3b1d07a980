package dev.parley.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file, or of one file of an archive.
 *
 * @param reason a sentence for duplicates and refusals; absent if all went well
 * @param file the source file; for a duplicate the earlier one; absent if refused
 * @param sha256 of the bytes; absent if they were not read to the end
 * @param mediaType by content; absent if refused
 * @param articles as proposed
 * @param documents that exist now; for a duplicate those of the earlier file
 */
public record FileResult(
        String name,
        Status status,
        @Nullable String reason,
        @Nullable SourceFileId file,
        @Nullable String sha256,
        @Nullable String mediaType,
        List<ProposedArticle> articles,
        List<DocumentId> documents) {

    public FileResult {
        articles = List.copyOf(articles);
        documents = List.copyOf(documents);
    }

    static FileResult rejected(String name, String reason, @Nullable String sha256) {
        return new FileResult(name, Status.REJECTED, reason, null, sha256, null, List.of(), List.of());
    }

    /** What may become of a file. */
    public enum Status {
        /** Taken in and cut; its documents exist. */
        ACCEPTED,
        /** Taken in; its cuts wait for somebody to confirm them. */
        PROPOSED,
        /** Already here. */
        DUPLICATE,
        /** Not taken in. */
        REJECTED
    }
}
