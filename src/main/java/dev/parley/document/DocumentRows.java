package dev.parley.document;

import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** How a document is read from its row, for all who select documents. */
final class DocumentRows {

    /** Everything but the text, which may be long. */
    static final String SELECT = """
            SELECT document.id, document.project_id, document.source_file_id, document.start_offset, document.end_offset,
                   document.title, document.language, document.sha256, document.code_points, document.utf16,
                   document.segments, document.published, document.published_basis, document.outlet, document.byline,
                   document.url, document.revision, document.created_at,
                   source_file.name AS file_name, source_file.sha256 AS file_sha256, source_file.media_type
            FROM document
            JOIN source_file ON source_file.id = document.source_file_id
            """;

    private DocumentRows() {}

    static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                new DocumentId(row.getObject("id", UUID.class)),
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("title"),
                row.getString("language"),
                row.getString("sha256"),
                row.getInt("code_points"),
                row.getInt("utf16"),
                new Document.Source(
                        new SourceFileId(row.getObject("source_file_id", UUID.class)),
                        row.getString("file_name"),
                        row.getString("file_sha256"),
                        row.getString("media_type"),
                        row.getInt("start_offset"),
                        row.getInt("end_offset")),
                StoredJson.segments(row.getString("segments")),
                new Publication(
                        row.getString("published"),
                        row.getString("published_basis") == null
                                ? null
                                : Publication.Basis.valueOf(row.getString("published_basis")),
                        row.getString("outlet"),
                        row.getString("byline"),
                        row.getString("url")),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
