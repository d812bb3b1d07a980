package dev.parley.document;

import dev.parley.project.ProjectId;
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

/** Documents one by one. */
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

    private static final String SELECT_BY_ID = DocumentRows.SELECT + """
            WHERE document.id = :id AND document.deleted_at IS NULL
            """;

    private static final String SELECT_BY_IDS = DocumentRows.SELECT + """
            WHERE document.id IN (:ids) AND document.deleted_at IS NULL
            """;

    private static final String SELECT_BY_TEXT = DocumentRows.SELECT + """
            WHERE document.project_id = :projectId AND document.sha256 = :sha256 AND document.deleted_at IS NULL
            ORDER BY document.created_at, document.id
            FETCH FIRST 1 ROW ONLY
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
                .query(DocumentRows::document)
                .optional();
    }

    /** In no order. */
    List<Document> some(Collection<DocumentId> ids) {
        return jdbc.sql(SELECT_BY_IDS)
                .param("ids", ids.stream().map(DocumentId::value).toList())
                .query(DocumentRows::document)
                .list();
    }

    /** The first document with exactly this text. */
    Optional<Document> findByText(ProjectId project, String sha256) {
        return jdbc.sql(SELECT_BY_TEXT)
                .param("projectId", project.value())
                .param("sha256", sha256)
                .query(DocumentRows::document)
                .optional();
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
}
