package dev.parley.adjudication;

import dev.parley.project.ProjectId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a release asks about documents without looking into them: the database counts, however many there are. */
@Repository
class ReleaseRepository {

    /** A document is read by enough if all who were asked handed in, and somebody was, or if something is decided. */
    private static final String UNREAD = """
            SELECT COUNT(*)
            FROM document
            WHERE document.project_id = :project AND document.deleted_at IS NULL
              AND (NOT EXISTS (SELECT 1 FROM annotation_set WHERE annotation_set.document_id = document.id)
                OR EXISTS (SELECT 1
                           FROM annotation_set
                           WHERE annotation_set.document_id = document.id AND annotation_set.state = 'DRAFT')
                  AND NOT EXISTS (SELECT 1
                                  FROM decision
                                  WHERE decision.document_id = document.id AND decision.standing IS NOT NULL))
            """;

    /** Once something is decided only the sets it rests on count. */
    private static final String GUIDELINE_VERSIONS = """
            SELECT DISTINCT COALESCE(annotation_set.guideline_version, 0) AS version
            FROM annotation_set
            JOIN document ON document.id = annotation_set.document_id AND document.deleted_at IS NULL
            WHERE document.project_id = :project AND annotation_set.submitted_at IS NOT NULL
              AND (annotation_set.state = 'LOCKED'
                OR annotation_set.state = 'SUBMITTED'
                  AND NOT EXISTS (SELECT 1
                                  FROM annotation_set locked
                                  WHERE locked.document_id = document.id AND locked.state = 'LOCKED'))
            ORDER BY version
            """;

    private static final String TO_AUDIT = """
            SELECT COUNT(*)
            FROM decision
            JOIN document ON document.id = decision.document_id AND document.deleted_at IS NULL
            WHERE decision.project_id = :project AND decision.standing IS NOT NULL AND decision.audit
            """;

    private final JdbcClient jdbc;

    ReleaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many documents of a project too few have handed in. */
    int unread(ProjectId project) {
        return jdbc.sql(UNREAD)
                .param("project", project.value())
                .query(Integer.class)
                .single();
    }

    /** The versions of the guidelines that sets were handed in under, ascending; 0 for before there were any. */
    List<Integer> guidelineVersions(ProjectId project) {
        return jdbc.sql(GUIDELINE_VERSIONS)
                .param("project", project.value())
                .query((row, line) -> row.getInt("version"))
                .list();
    }

    /** How many decisions of rules wait for their audit. */
    int toAudit(ProjectId project) {
        return jdbc.sql(TO_AUDIT)
                .param("project", project.value())
                .query(Integer.class)
                .single();
    }
}
