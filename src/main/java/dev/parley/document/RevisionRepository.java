package dev.parley.document;

import dev.parley.account.UserId;
import dev.parley.document.Revision.Replaced;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts that documents had, and putting another in their place. */
@Repository
class RevisionRepository {

    /** Decisions and other changes of a document's text wait for each other by the same row. */
    private static final String LOCK = """
            SELECT id
            FROM document
            WHERE id = :id AND deleted_at IS NULL
            FOR UPDATE
            """;

    private static final String KEEP = """
            INSERT INTO document_revision (document_id, revision, sha256, code_points, utf16, text, segments,
                                           reason, replaced_by, replaced_at)
            SELECT id, revision, sha256, code_points, utf16, text, segments, :reason, :by, :at
            FROM document
            WHERE id = :id
            """;

    private static final String REPLACE = """
            UPDATE document
            SET revision = revision + 1, sha256 = :sha256, code_points = :codePoints, utf16 = :utf16, text = :text,
                segments = :segments
            WHERE id = :id
            """;

    private static final String TO_INDEX = """
            INSERT INTO document_unindexed (document_id)
            SELECT id
            FROM document
            WHERE id = :id AND NOT EXISTS (SELECT 1 FROM document_unindexed WHERE document_id = :id)
            """;

    private static final String SELECT = """
            SELECT document_id, revision, sha256, code_points, utf16, segments, reason, replaced_by, replaced_at
            FROM document_revision
            WHERE document_id = :id
            """;

    private static final String NEWEST_FIRST = """
            ORDER BY revision DESC
            """;

    private static final String NUMBERED = """
            AND revision = :number
            """;

    private static final String SELECT_TEXT = """
            SELECT text
            FROM document_revision
            WHERE document_id = :id AND revision = :number
            """;

    private static final String SELECT_SEGMENTS = """
            SELECT segments
            FROM document_revision
            WHERE document_id = :id AND revision = :number
            """;

    private final JdbcClient jdbc;

    RevisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps anybody else from changing a document's text or settling anything about it until the transaction ends. */
    boolean lock(DocumentId id) {
        return jdbc.sql(LOCK)
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void replace(DocumentId id, DocumentText text, List<Document.Segment> segments, Replaced replaced) {
        jdbc.sql(KEEP)
                .param("id", id.value())
                .param("reason", replaced.reason())
                .param("by", replaced.by().value())
                .param("at", replaced.at().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(REPLACE)
                .param("id", id.value())
                .param("sha256", text.sha256())
                .param("codePoints", text.codePoints())
                .param("utf16", text.utf16())
                .param("text", text.value())
                .param("segments", StoredJson.write(segments))
                .update();
        jdbc.sql(TO_INDEX).param("id", id.value()).update();
    }

    /** The texts a document had before the one it has, newest first. */
    List<Revision> of(DocumentId id) {
        return jdbc.sql(SELECT + NEWEST_FIRST)
                .param("id", id.value())
                .query(RevisionRepository::revision)
                .list();
    }

    Optional<Revision> find(DocumentId id, int number) {
        return jdbc.sql(SELECT + NUMBERED)
                .param("id", id.value())
                .param("number", number)
                .query(RevisionRepository::revision)
                .optional();
    }

    Optional<String> text(DocumentId id, int number) {
        return jdbc.sql(SELECT_TEXT)
                .param("id", id.value())
                .param("number", number)
                .query(String.class)
                .optional();
    }

    List<Document.Segment> segments(DocumentId id, int number) {
        return jdbc.sql(SELECT_SEGMENTS)
                .param("id", id.value())
                .param("number", number)
                .query(String.class)
                .optional()
                .map(StoredJson::segments)
                .orElseGet(List::of);
    }

    private static Revision revision(ResultSet row, int line) throws SQLException {
        return new Revision(
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getInt("revision"),
                row.getString("sha256"),
                row.getInt("code_points"),
                row.getInt("utf16"),
                new Replaced(
                        row.getString("reason"),
                        new UserId(row.getObject("replaced_by", UUID.class)),
                        row.getObject("replaced_at", OffsetDateTime.class).toInstant()));
    }
}
