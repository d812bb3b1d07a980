package dev.parley;

import dev.parley.account.UserId;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentText;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that repository tests need before theirs: a person called {@code ann}, their project, and one document in it. */
public final class StoredDocument {

    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

    public final UserId user = UserId.random();
    public final ProjectId project = ProjectId.random();
    public final DocumentId document;

    public StoredDocument(DataSource source, String text) {
        this(source, DocumentId.random(), DocumentText.of(text));
    }

    public StoredDocument(DataSource source, DocumentId id, DocumentText text) {
        document = id;
        JdbcClient jdbc = Database.client(source);
        jdbc.sql("""
                INSERT INTO app_user (id, name, display_name, password_hash, admin, disabled, session_epoch, created_at)
                VALUES (:id, 'ann', 'Ann', '', FALSE, FALSE, 0, :at)
                """)
                .param("id", user.value())
                .param("at", TEN.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                INSERT INTO project (id, name, settings, created_at)
                VALUES (:id, 'Tiny', '{}', :at)
                """)
                .param("id", project.value())
                .param("at", TEN.atOffset(ZoneOffset.UTC))
                .update();
        UUID file = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO source_file (id, project_id, name, sha256, size_bytes, media_type, text, text_sha256,
                                         provenance, proposal, state, uploaded_by, uploaded_at)
                VALUES (:id, :project, 'tiny.txt', :sha, 1, 'text/plain', :text, :sha, '{}', '[]', 'FROZEN', :user, :at)
                """)
                .param("id", file)
                .param("project", project.value())
                .param("sha", text.sha256())
                .param("text", text.value())
                .param("user", user.value())
                .param("at", TEN.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                INSERT INTO document (id, project_id, source_file_id, start_offset, end_offset, title, sha256, code_points,
                                      utf16, text, segments, created_at)
                VALUES (:id, :project, :file, 0, :length, 'Tiny', :sha, :length, :utf16, :text, '[]', :at)
                """)
                .param("id", document.value())
                .param("project", project.value())
                .param("file", file)
                .param("length", text.codePoints())
                .param("utf16", text.utf16())
                .param("sha", text.sha256())
                .param("text", text.value())
                .param("at", TEN.atOffset(ZoneOffset.UTC))
                .update();
    }
}
