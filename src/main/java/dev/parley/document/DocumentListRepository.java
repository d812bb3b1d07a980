package dev.parley.document;

import dev.parley.project.ProjectId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents one after the other: of a project, of a file, by their numbers. */
@Repository
class DocumentListRepository {

    private static final String SELECT_OF_FILE = DocumentRows.SELECT + """
            WHERE document.source_file_id = :sourceFileId AND document.deleted_at IS NULL
            ORDER BY document.start_offset
            """;

    /** The columns that are the same in all rows are named as well: only then H2 follows the index instead of sorting. */
    private static final String IN_ORDER = """
            ORDER BY document.project_id, document.deleted_at, document.created_at, document.id
            """;

    private static final String SELECT_OF_PROJECT = DocumentRows.SELECT + """
            WHERE document.project_id = :projectId AND document.deleted_at IS NULL
            """ + IN_ORDER;

    private static final String SELECT_SLICE = SELECT_OF_PROJECT + """
            OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY
            """;

    private static final String SELECT_AFTER = DocumentRows.SELECT + """
            WHERE document.project_id = :projectId AND document.deleted_at IS NULL
              AND document.created_at >= :createdAt
              AND (document.created_at > :createdAt OR document.id > :id)
            """ + IN_ORDER + """
            FETCH NEXT :limit ROWS ONLY
            """;

    private static final String SELECT_NUMBERED = DocumentRows.SELECT + """
            WHERE document.project_id = :projectId AND document.number IN (:numbers)
            ORDER BY document.number
            """;

    private static final String SELECT_IDS_NUMBERED = """
            SELECT id, number
            FROM document
            WHERE project_id = :projectId AND number BETWEEN :first AND :last
            ORDER BY number
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

    private final JdbcClient jdbc;

    DocumentListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Documents by their numbers, in the order of these; those in the trash too. */
    List<Document> numbered(ProjectId project, List<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT_NUMBERED)
                        .param("projectId", project.value())
                        .param("numbers", numbers)
                        .query(DocumentRows::document)
                        .list();
    }

    /** Their ids; those between the first and the last are read through, which is quicker than naming each. */
    List<DocumentId> idsNumbered(ProjectId project, List<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Set<Long> wanted = Set.copyOf(numbers);
        List<DocumentId> ids = new ArrayList<>();
        jdbc.sql(SELECT_IDS_NUMBERED)
                .param("projectId", project.value())
                .param("first", numbers.getFirst())
                .param("last", numbers.getLast())
                .query(row -> {
                    if (wanted.contains(row.getLong("number"))) {
                        ids.add(new DocumentId(row.getObject("id", UUID.class)));
                    }
                });
        return ids;
    }

    List<Document> of(SourceFileId file) {
        return jdbc.sql(SELECT_OF_FILE)
                .param("sourceFileId", file.value())
                .query(DocumentRows::document)
                .list();
    }

    List<Document> all(ProjectId project) {
        return jdbc.sql(SELECT_OF_PROJECT)
                .param("projectId", project.value())
                .query(DocumentRows::document)
                .list();
    }

    List<Document> slice(ProjectId project, int offset, int limit) {
        return jdbc.sql(SELECT_SLICE)
                .param("projectId", project.value())
                .param("offset", offset)
                .param("limit", limit)
                .query(DocumentRows::document)
                .list();
    }

    /** The documents that come after the one with this time and id. */
    List<Document> after(ProjectId project, Instant createdAt, DocumentId id, int limit) {
        return jdbc.sql(SELECT_AFTER)
                .param("projectId", project.value())
                .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .param("limit", limit)
                .query(DocumentRows::document)
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
}
