package dev.parley.annotation;

import dev.parley.account.UserId;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whole sets as they are now. Sets of discarded documents are not found. */
@Repository
class AnnotationSetRepository {

    /** Heads and annotations in one statement, so that both are of the same moment. */
    private static final String WHOLE = """
            SELECT annotation_set.id AS set_id, annotation_set.document_id, annotation_set.user_id,
                   app_user.name AS annotator, annotation_set.state, annotation_set.sequence AS set_sequence,
                   annotation_set.scheme_version, annotation_set.assigned_at, annotation_set.submitted_at,
                   annotation_set.guideline_version,
                   annotation.id, annotation.kind, annotation.body, annotation.sequence, annotation.deleted,
                   entity.canonical_id AS redirected_to
            FROM annotation_set
            JOIN app_user ON app_user.id = annotation_set.user_id
            JOIN document ON document.id = annotation_set.document_id AND document.deleted_at IS NULL
            LEFT JOIN annotation ON annotation.set_id = annotation_set.id
            """;

    private static final String CHANGED_SINCE = """
            AND annotation.sequence > :since
            """;

    /** Only of links to merged entities there is something to say. */
    private static final String REDIRECTED = """
            LEFT JOIN entity ON entity.id = annotation.entity_id AND entity.merged_into IS NOT NULL
            """;

    private final JdbcClient jdbc;

    AnnotationSetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AnnotationSet> find(DocumentId document, UserId user) {
        return whole(jdbc.sql(WHOLE + REDIRECTED + SetHeadRepository.OF_ANNOTATOR)
                        .param("documentId", document.value())
                        .param("userId", user.value()))
                .stream()
                .findFirst();
    }

    List<AnnotationSet> ofDocument(DocumentId document) {
        return whole(
                jdbc.sql(WHOLE + REDIRECTED + SetHeadRepository.OF_DOCUMENT).param("documentId", document.value()));
    }

    /** @param documents at most {@value SetHeadRepository#MOST_PARAMETERS} */
    List<AnnotationSet> ofDocuments(Collection<DocumentId> documents) {
        return documents.isEmpty()
                ? List.of()
                : whole(jdbc.sql(WHOLE + REDIRECTED + SetHeadRepository.OF_DOCUMENTS)
                        .param(
                                "documentIds",
                                documents.stream().map(DocumentId::value).toList()));
    }

    List<AnnotationSet> ofProject(ProjectId project) {
        return whole(jdbc.sql(WHOLE + REDIRECTED + SetHeadRepository.OF_PROJECT).param("projectId", project.value()));
    }

    /** What changed in a set after a sequence number. */
    Optional<SetChanges> changes(DocumentId document, UserId user, long since) {
        return rows(jdbc.sql(WHOLE + CHANGED_SINCE + REDIRECTED + SetHeadRepository.OF_ANNOTATOR)
                        .param("documentId", document.value())
                        .param("userId", user.value())
                        .param("since", since))
                .stream()
                .findFirst()
                .map(Rows::changes);
    }

    private static List<AnnotationSet> whole(JdbcClient.StatementSpec statement) {
        return rows(statement).stream().map(Rows::set).toList();
    }

    private static List<Rows> rows(JdbcClient.StatementSpec statement) {
        Map<UUID, Rows> found = new LinkedHashMap<>();
        statement.query(row -> {
            UUID setId = row.getObject("set_id", UUID.class);
            Rows rows = found.get(setId);
            if (rows == null) {
                rows = new Rows(SetHeadRepository.head(row, 0), new ArrayList<>());
                found.put(setId, rows);
            }
            if (row.getString("id") != null) {
                rows.annotations().add(StoredAnnotation.of(row, row.getString("redirected_to")));
            }
        });
        return List.copyOf(found.values());
    }

    /** A set's head and its rows, deleted ones too. */
    private record Rows(SetHead head, List<StoredAnnotation> annotations) {

        AnnotationSet set() {
            AnnotationIndex index = new AnnotationIndex(head.document());
            annotations.stream()
                    .filter(annotation -> !annotation.deleted())
                    .map(StoredAnnotation::value)
                    .forEach(index::put);
            return head.with(index);
        }

        SetChanges changes() {
            return new SetChanges(
                    set(),
                    annotations.stream()
                            .filter(StoredAnnotation::deleted)
                            .map(StoredAnnotation::id)
                            .toList());
        }
    }
}
