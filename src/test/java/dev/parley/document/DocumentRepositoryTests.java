package dev.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.Database;
import dev.parley.account.UserId;
import dev.parley.document.Document.Segment;
import dev.parley.document.SourceFile.State;
import dev.parley.document.TrashRepository.EmptyFile;
import dev.parley.document.TrashRepository.Trashed;
import dev.parley.document.extraction.Imprint;
import dev.parley.document.extraction.Provenance;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(Database.class)
class DocumentRepositoryTests {

    private static final Instant NOON = Instant.parse("2031-05-03T12:00:00.123456Z");

    @Parameter
    Database database;

    private SourceFileRepository files;
    private DocumentRepository documents;
    private DocumentListRepository lists;
    private TrashRepository trash;
    private ProjectId project;
    private UserId user;

    @BeforeEach
    void begin() {
        JdbcClient jdbc = Database.client(database.fresh());
        files = new SourceFileRepository(jdbc);
        documents = new DocumentRepository(jdbc);
        lists = new DocumentListRepository(jdbc);
        trash = new TrashRepository(jdbc);
        project = ProjectId.random();
        user = UserId.random();
        jdbc.sql("""
                        INSERT INTO app_user (id, name, display_name, password_hash, admin, disabled, session_epoch, created_at)
                        VALUES (:id, 'mia', 'Mia', '-', FALSE, FALSE, 0, :at)
                        """)
                .param("id", user.value())
                .param("at", NOON.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("INSERT INTO project (id, name, settings, created_at) VALUES (:id, 'P', '{}', :at)")
                .param("id", project.value())
                .param("at", NOON.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void filesComeBackAsTheyWentIn() {
        SourceFile file = file("a", NOON);

        files.insert(file, "Ministère 😀\n");

        assertThat(files.find(file.id())).contains(file);
        assertThat(files.lock(file.id())).contains(file);
        assertThat(files.text(file.id())).contains("Ministère 😀\n");
        assertThat(files.findByBytes(project, file.sha256())).contains(file);
        assertThat(files.findByText(project, file.textSha256())).contains(file);
        assertThat(files.findByBytes(ProjectId.random(), file.sha256())).isEmpty();
    }

    @Test
    void freezingAFileTakesItOutOfTheWaitingOnes() {
        SourceFile first = file("a", NOON);
        SourceFile second = file("b", NOON.plusSeconds(1));
        files.insert(second, "b");
        files.insert(first, "a");

        files.freeze(first.id());

        assertThat(files.of(project)).extracting(SourceFile::name).containsExactly("a", "b");
        assertThat(files.in(State.PROPOSED, project)).containsExactly(second);
        assertThat(files.find(first.id()).orElseThrow().state()).isEqualTo(State.FROZEN);
    }

    @Test
    void theSameBytesCannotBeThereTwice() {
        files.insert(file("a", NOON), "a");

        assertThatThrownBy(() -> files.insert(file("a", NOON), "a")).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void documentsComeBackAsTheyWentIn() {
        SourceFile file = file("a", NOON);
        files.insert(file, "Ministère 😀\n");
        Document document = document(file, 0, NOON);

        documents.insert(document, "Ministère 😀");

        assertThat(documents.find(document.id())).contains(document);
        assertThat(documents.text(document.id())).contains("Ministère 😀");
        assertThat(lists.of(file.id())).containsExactly(document);
        assertThat(lists.all(project)).containsExactly(document);
        assertThat(documents.findByText(project, document.sha256())).contains(document);
        assertThat(documents.find(DocumentId.random())).isEmpty();
    }

    @Test
    void documentsAreWalkedInOrder() {
        SourceFile file = file("a", NOON);
        files.insert(file, "text");
        List<Document> made = List.of(
                document(file, 0, NOON),
                document(file, 1, NOON.plusNanos(1000)),
                document(file, 2, NOON.plusNanos(2000)));
        made.reversed().forEach(document -> documents.insert(document, "x"));

        assertThat(lists.all(project)).isEqualTo(made);
        assertThat(lists.slice(project, 1, 1)).containsExactly(made.get(1));
        assertThat(lists.after(
                        project, made.getFirst().createdAt(), made.getFirst().id(), 10))
                .containsExactly(made.get(1), made.get(2));
        assertThat(lists.count(project)).isEqualTo(3);
    }

    @Test
    void whatGoesFromTheTrashTakesItsTextAndItsEmptyFileAlong() {
        SourceFile file = file("a", NOON);
        files.insert(file, "text");
        files.freeze(file.id());
        Document first = document(file, 0, NOON);
        Document second = document(file, 1, NOON.plusNanos(1000));
        documents.insert(first, "one");
        documents.insert(second, "two");
        trash.trash(project, List.of(first.id()), NOON);

        assertThat(trash.older(NOON, 10)).isEmpty();
        assertThat(trash.older(NOON.plusSeconds(1), 10)).extracting(Trashed::id).containsExactly(first.id());
        trash.purge(List.of(first.id()), NOON);

        assertThat(trash.some(project, 10)).isEmpty();
        assertThat(trash.restore(project, List.of(first.id()))).isZero();
        assertThat(trash.emptied(List.of(first.id()))).isEmpty();
        assertThat(documents.text(second.id())).contains("two");

        trash.trash(project, List.of(second.id()), NOON);
        trash.purge(List.of(second.id()), NOON);
        EmptyFile empty = new EmptyFile(file.id(), file.sha256());
        assertThat(trash.emptied(List.of(first.id(), second.id()))).containsExactly(empty);
        trash.purge(empty, NOON);

        assertThat(trash.known(List.of(file.sha256()))).isEmpty();
        assertThat(files.findByBytes(project, file.sha256())).isEmpty();
        assertThat(files.findByText(project, file.textSha256())).isEmpty();
        assertThat(files.text(file.id())).contains("");
        assertThat(files.of(project)).isEmpty();
    }

    private SourceFile file(String name, Instant at) {
        return new SourceFile(
                SourceFileId.random(),
                project,
                name,
                DocumentText.of(name).sha256(),
                DocumentText.of(name + " as text").sha256(),
                12,
                "text/plain",
                new Provenance("UTF-8", false, List.of("Read as UTF-8.")),
                new Imprint("Ministère", "Le Port", null, "2031-05", "https://port.example/a", "fr"),
                List.of(new ProposedArticle(new Span(0, 11), "Ministère", "fr")),
                State.PROPOSED,
                user,
                at);
    }

    private Document document(SourceFile file, int start, Instant at) {
        DocumentText text = DocumentText.of("Ministère 😀");
        return new Document(
                new DocumentId(UUID.randomUUID()),
                project,
                "Ministère",
                null,
                text.sha256(),
                text.codePoints(),
                text.utf16(),
                new Document.Source(file.id(), file.name(), file.sha256(), file.mediaType(), start, start + 11),
                List.of(
                        new Segment("title", new Span(0, 9), null),
                        new Segment("duplicate", new Span(10, 11), new Span(0, 1))),
                new Publication("2031-05", Publication.Basis.TEXT, "Le Port", null, "https://port.example/a"),
                1,
                at);
    }
}
