package dev.parley.document;

import dev.parley.project.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class DocumentRepository {

    private static final String INSERT = """
            INSERT INTO document (id, project_id, source_file_id, start_offset, end_offset, title, language, sha256,
                                  code_points, utf16, text, segments, published, published_basis, outlet, byline, url,
                                  created_at)
            VALUES (:id, :projectId, :sourceFileId, :start, :end, :title, :language, :sha256,
                    :codePoints, :utf16, :text, :segments, :published, :publishedBasis, :outlet, :byline, :url,
                    :createdAt)
            """;

    private static final String INSERT_UNINDEXED = """
            INSERT INTO document_unindexed (document_id)
            VALUES (:documentId)
            """;

    /** Everything but the text, which may be long. */
    private static final String SELECT = """
            SELECT document.id, document.project_id, document.source_file_id, document.start_offset, document.end_offset,
                   document.title, document.language, document.sha256, document.code_points, document.utf16,
                   document.segments, document.published, document.published_basis, document.outlet, document.byline,
                   document.url, document.revision, document.created_at,
                   source_file.name AS file_name, source_file.sha256 AS file_sha256, source_file.media_type
            FROM document
            JOIN source_file ON source_file.id = document.source_file_id
            """;

    private static final String SELECT_BY_ID = SELECT + """
            WHERE document.id = :id AND document.deleted_at IS NULL
            """;

    private static final String SELECT_BY_IDS = SELECT + """
            WHERE document.id IN (:ids) AND document.deleted_at IS NULL
            """;

    private static final String SELECT_BY_TEXT = SELECT + """
            WHERE document.project_id = :projectId AND document.sha256 = :sha256 AND document.deleted_at IS NULL
            ORDER BY document.created_at, document.id
            FETCH FIRST 1 ROW ONLY
            """;

    private static final String SELECT_OF_FILE = SELECT + """
            WHERE document.source_file_id = :sourceFileId AND document.deleted_at IS NULL
            ORDER BY document.start_offset
            """;

    private static final String SELECT_OF_PROJECT = SELECT + """
            WHERE document.project_id = :projectId AND document.deleted_at IS NULL
            ORDER BY document.created_at, document.id
            """;

    private static final String SELECT_SLICE = SELECT_OF_PROJECT + """
            OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY
            """;

    private static final String SELECT_AFTER = SELECT + """
            WHERE document.project_id = :projectId AND document.deleted_at IS NULL
              AND (document.created_at > :createdAt OR (document.created_at = :createdAt AND document.id > :id))
            ORDER BY document.created_at, document.id
            FETCH NEXT :limit ROWS ONLY
            """;

    private static final String SELECT_NUMBERED = SELECT + """
            WHERE document.project_id = :projectId AND document.number IN (:numbers)
            ORDER BY document.number
            """;

    private static final String SELECT_IDS_NUMBERED = """
            SELECT id
            FROM document
            WHERE project_id = :projectId AND number IN (:numbers)
            ORDER BY number
            """;

    private static final String SELECT_PROJECT = """
            SELECT project_id
            FROM document
            WHERE id = :id
            """;

    private static final String DESCRIBE = """
            UPDATE document
            SET title = :title, language = :language, published = :published, published_basis = :publishedBasis,
                outlet = :outlet, byline = :byline, url = :url
            WHERE id = :id AND deleted_at IS NULL
            """;

    private static final String SELECT_IDS = """
            SELECT id
            FROM document
            WHERE project_id = :projectId AND deleted_at IS NULL
            """;

    private static final String COUNT = """
            SELECT COUNT(*)
            FROM document
            WHERE project_id = :projectId AND deleted_at IS NULL
            """;

    private static final String SELECT_SHA256 = """
            SELECT sha256
            FROM document
            WHERE id = :id AND deleted_at IS NULL
            """;

    private static final String SELECT_TEXT = """
            SELECT text
            FROM document
            WHERE id = :id AND deleted_at IS NULL
            """;

    private final JdbcClient jdbc;

    DocumentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the document's number */
    long insert(Document document, String text) {
        KeyHolder number = new GeneratedKeyHolder();
        jdbc.sql(INSERT)
                .param("id", document.id().value())
                .param("projectId", document.project().value())
                .param("sourceFileId", document.source().file().value())
                .param("start", document.source().start())
                .param("end", document.source().end())
                .param("title", document.title())
                .param("language", document.language())
                .param("sha256", document.sha256())
                .param("codePoints", document.codePoints())
                .param("utf16", document.utf16())
                .param("text", text)
                .param("segments", StoredJson.write(document.segments()))
                .params(publication(document.publication()))
                .param("createdAt", document.createdAt().atOffset(ZoneOffset.UTC))
                .update(number, "number");
        jdbc.sql(INSERT_UNINDEXED).param("documentId", document.id().value()).update();
        return Objects.requireNonNull(number.getKey()).longValue();
    }

    private static Map<String, @Nullable Object> publication(Publication publication) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("published", publication.published());
        columns.put(
                "publishedBasis",
                publication.basis() == null ? null : publication.basis().name());
        columns.put("outlet", publication.outlet());
        columns.put("byline", publication.byline());
        columns.put("url", publication.url());
        return columns;
    }

    /** Changes what is said about a document; its text stays. */
    void describe(DocumentId id, String title, @Nullable String language, Publication publication) {
        jdbc.sql(DESCRIBE)
                .param("id", id.value())
                .param("title", title)
                .param("language", language)
                .params(publication(publication))
                .update();
    }

    /** Documents by their numbers, in the order of these; those in the trash too. */
    List<Document> numbered(ProjectId project, List<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT_NUMBERED)
                        .param("projectId", project.value())
                        .param("numbers", numbers)
                        .query(DocumentRepository::document)
                        .list();
    }

    List<DocumentId> idsNumbered(ProjectId project, List<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT_IDS_NUMBERED)
                        .param("projectId", project.value())
                        .param("numbers", numbers)
                        .query((row, line) -> new DocumentId(row.getObject("id", UUID.class)))
                        .list();
    }

    /** Also of a document in the trash. */
    Optional<ProjectId> projectOf(DocumentId id) {
        return jdbc.sql(SELECT_PROJECT)
                .param("id", id.value())
                .query((row, line) -> new ProjectId(row.getObject(1, UUID.class)))
                .optional();
    }

    Optional<Document> find(DocumentId id) {
        return jdbc.sql(SELECT_BY_ID)
                .param("id", id.value())
                .query(DocumentRepository::document)
                .optional();
    }

    /** In no order. */
    List<Document> some(Collection<DocumentId> ids) {
        return jdbc.sql(SELECT_BY_IDS)
                .param("ids", ids.stream().map(DocumentId::value).toList())
                .query(DocumentRepository::document)
                .list();
    }

    /** The first document with exactly this text. */
    Optional<Document> findByText(ProjectId project, String sha256) {
        return jdbc.sql(SELECT_BY_TEXT)
                .param("projectId", project.value())
                .param("sha256", sha256)
                .query(DocumentRepository::document)
                .optional();
    }

    List<Document> of(SourceFileId file) {
        return jdbc.sql(SELECT_OF_FILE)
                .param("sourceFileId", file.value())
                .query(DocumentRepository::document)
                .list();
    }

    List<Document> all(ProjectId project) {
        return jdbc.sql(SELECT_OF_PROJECT)
                .param("projectId", project.value())
                .query(DocumentRepository::document)
                .list();
    }

    List<Document> slice(ProjectId project, int offset, int limit) {
        return jdbc.sql(SELECT_SLICE)
                .param("projectId", project.value())
                .param("offset", offset)
                .param("limit", limit)
                .query(DocumentRepository::document)
                .list();
    }

    /** The documents that come after the one with this time and id. */
    List<Document> after(ProjectId project, Instant createdAt, DocumentId id, int limit) {
        return jdbc.sql(SELECT_AFTER)
                .param("projectId", project.value())
                .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .param("limit", limit)
                .query(DocumentRepository::document)
                .list();
    }

    List<DocumentId> ids(ProjectId project) {
        return jdbc.sql(SELECT_IDS)
                .param("projectId", project.value())
                .query((row, number) -> new DocumentId(row.getObject("id", UUID.class)))
                .list();
    }

    int count(ProjectId project) {
        return jdbc.sql(COUNT)
                .param("projectId", project.value())
                .query(Integer.class)
                .single();
    }

    /** The hash of the text that holds. */
    Optional<String> sha256(DocumentId id) {
        return jdbc.sql(SELECT_SHA256)
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    Optional<String> text(DocumentId id) {
        return jdbc.sql(SELECT_TEXT).param("id", id.value()).query(String.class).optional();
    }

    private static Document document(ResultSet row, int number) throws SQLException {
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
