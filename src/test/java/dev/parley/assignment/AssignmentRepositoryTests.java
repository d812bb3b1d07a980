package dev.parley.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Database;
import dev.parley.StoredDocument;
import dev.parley.account.UserId;
import dev.parley.annotation.Progress;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Four documents, oldest first; Ann reads the first three: the first is handed in, the second not begun, the third begun. */
class AssignmentRepositoryTests {

    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

    private JdbcClient jdbc;
    private AssignmentRepository assignments;
    private UserId ann;
    private ProjectId project;
    private List<DocumentId> documents;

    @ParameterizedTest
    @EnumSource
    void countsByState(Database database) {
        store(database);

        assertThat(assignments.readings(project)).isEqualTo(new Readings(1, 1, 1));
        assertThat(assignments.readings(ann, List.of(project))).isEqualTo(new Readings(1, 1, 1));
        assertThat(assignments.readings(ann, List.of(ProjectId.random()))).isEqualTo(new Readings(0, 0, 0));
        assertThat(assignments.readings(ann, List.of())).isEqualTo(new Readings(0, 0, 0));
        assertThat(assignments.loads(project)).isEqualTo(Map.of(ann, 3));
    }

    @ParameterizedTest
    @EnumSource
    void givesWhatIsBegunFirstAndWhatIsHandedInLast(Database database) {
        store(database);

        assertThat(assignments.tasks(ann, List.of(project), 0, 10))
                .extracting(Progress::document)
                .containsExactly(documents.get(2), documents.get(1), documents.get(0));
        assertThat(assignments.tasks(ann, List.of(project), 1, 1))
                .extracting(Progress::document)
                .containsExactly(documents.get(1));
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheWayFromOneToTheNext(Database database) {
        store(database);

        assertThat(assignments.place(ann, documents.get(1))).contains(new AssignmentRepository.Place(2, 3, 2));
        assertThat(assignments.previous(ann, documents.get(1))).contains(documents.get(0));
        assertThat(assignments.next(ann, documents.get(1))).contains(documents.get(2));
        assertThat(assignments.previous(ann, documents.get(0))).isEqualTo(Optional.empty());
        assertThat(assignments.next(ann, documents.get(2))).isEqualTo(Optional.empty());
        assertThat(assignments.place(ann, documents.get(3))).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutWhatLiesInTheTrash(Database database) {
        store(database);
        jdbc.sql("UPDATE document SET deleted_at = created_at WHERE id = :id")
                .param("id", documents.get(1).value())
                .update();

        assertThat(assignments.readings(project)).isEqualTo(new Readings(1, 1, 0));
        assertThat(assignments.next(ann, documents.get(0))).contains(documents.get(2));
        assertThat(assignments.documents(project))
                .containsExactly(documents.get(0), documents.get(2), documents.get(3));
        assertThat(assignments.present(project, documents)).doesNotContain(documents.get(1));
    }

    @ParameterizedTest
    @EnumSource
    void saysWhoReadsSomeDocuments(Database database) {
        store(database);

        assertThat(assignments.readers(project, documents.subList(2, 4)))
                .isEqualTo(Map.of(documents.get(2), Set.of(ann)));
        assertThat(assignments.present(project, List.of(documents.get(0), DocumentId.random())))
                .containsExactly(documents.get(0));
    }

    private void store(Database database) {
        DataSource source = database.fresh();
        jdbc = Database.client(source);
        assignments = new AssignmentRepository(jdbc);
        StoredDocument first = new StoredDocument(source, "A short text.");
        ann = first.user;
        project = first.project;
        documents = new ArrayList<>(List.of(first.document));
        for (int i = 1; i < 4; i++) {
            documents.add(copy(first.document, TEN.plusSeconds(i)));
        }
        give(documents.get(0), "SUBMITTED", 4);
        give(documents.get(1), "DRAFT", 0);
        give(documents.get(2), "DRAFT", 7);
    }

    private DocumentId copy(DocumentId original, Instant at) {
        DocumentId id = DocumentId.random();
        jdbc.sql("""
                INSERT INTO document (id, project_id, source_file_id, start_offset, end_offset, title, sha256, code_points,
                                      utf16, text, segments, created_at)
                SELECT :id, project_id, source_file_id, start_offset, end_offset, title, sha256, code_points,
                       utf16, text, segments, :at
                FROM document
                WHERE id = :original
                """)
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("original", original.value())
                .update();
        return id;
    }

    private void give(DocumentId document, String state, int sequence) {
        jdbc.sql("""
                INSERT INTO annotation_set (id, document_id, user_id, state, sequence, scheme_version, assigned_by,
                                            assigned_at)
                VALUES (:id, :document, :user, :state, :sequence, 1, :user, :at)
                """)
                .param("id", UUID.randomUUID())
                .param("document", document.value())
                .param("user", ann.value())
                .param("state", state)
                .param("sequence", sequence)
                .param("at", TEN.atOffset(ZoneOffset.UTC))
                .update();
    }
}
