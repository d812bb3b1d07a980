package dev.parley.document;

import dev.parley.account.UserId;
import dev.parley.document.extraction.Imprint;
import dev.parley.document.extraction.Provenance;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.List;

/**
 * A file somebody sent, with the text that was found in it.
 *
 * @param name as it was called, without folders; inside an archive with them
 * @param sha256 of the bytes, lower-case hex
 * @param textSha256 of the text's UTF-8 bytes, lower-case hex
 * @param size in bytes
 * @param imprint what the file says of itself
 * @param proposal where its articles seem to begin and end
 */
public record SourceFile(
        SourceFileId id,
        ProjectId project,
        String name,
        String sha256,
        String textSha256,
        long size,
        String mediaType,
        Provenance provenance,
        Imprint imprint,
        List<ProposedArticle> proposal,
        State state,
        UserId uploadedBy,
        Instant uploadedAt) {

    public SourceFile {
        proposal = List.copyOf(proposal);
    }

    /** Whether its articles are settled. */
    public enum State {
        /** Somebody must confirm or correct the cuts. */
        PROPOSED,
        /** The articles are documents and stay as they are. */
        FROZEN
    }
}
