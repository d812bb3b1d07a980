package dev.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.ParleyTest;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.document.DocumentQuery.ReadingState;
import dev.parley.document.Publication.Basis;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

@ParleyTest
class FindingTests {

    private static final String FERRY =
            "Ferry to Velmora runs again\n\nThe ferry between Velmora and Ålesund runs again"
                    + " after the harbour office mended the quay that the winter storm had broken in two places last year.";

    @Autowired
    UserService users;

    @Autowired
    ProjectService projects;

    @Autowired
    FileService files;

    @Autowired
    DocumentService documents;

    @Autowired
    SearchIndexer index;

    @Autowired
    TrashService trashed;

    @Autowired
    UploadStore store;

    private User manager;
    private ProjectId project;

    @BeforeEach
    void begin() {
        manager = users.get("admin");
        project = projects.create(manager, "Finding " + UUID.randomUUID(), null, ProjectSettings.DEFAULT)
                .id();
    }

    @Test
    void wordsAreFoundHoweverTheyAreWritten() {
        DocumentId ferry = taken("ferry.txt", FERRY);
        taken("strike.txt", "The pilots’ strike goes on.");
        index.wake().join();

        assertThat(titles("alesund")).containsExactly("Ferry to Velmora runs again");
        assertThat(titles("VELMORA harb")).containsExactly("Ferry to Velmora runs again");
        assertThat(titles("pilots' strike ")).hasSize(1);
        assertThat(titles("strike.txt")).hasSize(1);
        assertThat(titles("velmora strike")).isEmpty();
        assertThat(titles("…")).isEmpty();
        assertThat(documents.find(manager, project, words("ferry")).ids()).containsExactly(ferry);
        ProjectId other = projects.create(manager, "Other " + UUID.randomUUID(), null, ProjectSettings.DEFAULT)
                .id();
        assertThat(documents.find(manager, other, words("ferry")).count()).isZero();
    }

    @Test
    void quotedWordsStandSideBySide() {
        taken("ferry.txt", FERRY);
        taken("strike.txt", "The pilots’ strike goes on.\n\n東京都の会議。");
        index.wake().join();

        assertThat(titles("\"FERRY between velmora\"")).hasSize(1);
        assertThat(titles("“Velmora and Alesund” harb")).hasSize(1);
        assertThat(titles("\"velmora ferry\"")).isEmpty();
        assertThat(titles("\"ferry between\" strike ")).isEmpty();
        assertThat(titles("\"pilot")).hasSize(1);
        assertThat(titles("\"pilot\"")).isEmpty();
        assertThat(titles("«pilots' strike» \"strike txt\"")).hasSize(1);
        assertThat(titles("\"goes on strike\""))
                .as("an end and the file's name")
                .isEmpty();
        assertThat(titles("「東京都の会議」")).hasSize(1);
        assertThat(titles("\"都京\"")).isEmpty();
    }

    @Test
    void nearDuplicatesAreToldWithHowAlikeTheyAre() {
        DocumentId first = taken("a.txt", FERRY);
        DocumentId second = taken("b.txt", FERRY + " Nobody paid.");
        taken("c.txt", "The pilots’ strike goes on.");
        index.wake().join();

        assertThat(documents.alike(manager, second)).singleElement().satisfies(likeness -> {
            assertThat(likeness.document()).isEqualTo(first);
            assertThat(likeness.percent()).isBetween(80, 100);
        });
        assertThat(documents.alike(manager, first))
                .extracting(Likeness::document)
                .containsExactly(second);
        assertThat(documents
                        .find(manager, project, new DocumentQuery(null, null, null, null, null, null, true, false))
                        .ids())
                .containsExactly(first, second);
    }

    @Test
    void whatIsKnownNarrowsTheList() {
        DocumentId first = taken("a.txt", FERRY);
        DocumentId second = taken("b.txt", "The pilots’ strike goes on.");
        documents.describe(
                manager, first, " Ferry ", "pt-BR", new Publication("2031-05", Basis.USER, "Post", "", null));

        assertThat(documents.get(first).title()).isEqualTo("Ferry");
        assertThat(documents.get(first).publication())
                .isEqualTo(new Publication("2031-05", Basis.USER, "Post", null, null));
        assertThat(documents.languages(project)).contains("pt-BR");
        assertThat(ids("pt-BR", null, null, null)).containsExactly(first);
        assertThat(ids(null, "2031-05", "2031", null)).containsExactly(first);
        assertThat(ids(null, "2031-06-01", null, null)).isEmpty();
        assertThat(ids(null, null, null, ReadingState.UNASSIGNED)).containsExactly(first, second);
        assertThat(ids(null, null, null, ReadingState.SUBMITTED)).isEmpty();
    }

    @Test
    void descriptionsThatCannotBeAreRefused() {
        DocumentId id = taken("a.txt", FERRY);

        assertThatThrownBy(() -> documents.describe(manager, id, " ", null, Publication.UNKNOWN))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> documents.describe(manager, id, "T", "e_", Publication.UNKNOWN))
                .hasMessageContaining("“e_”");
        assertThatThrownBy(() -> documents.describe(
                        manager, id, "T", null, new Publication("2031-02-30", Basis.USER, null, null, null)))
                .hasMessageContaining("2031-02-30");
        assertThatThrownBy(() -> documents.describe(
                        manager, id, "T", null, new Publication(null, null, null, null, "javascript:alert(1)")))
                .hasMessageContaining("javascript");
        assertThat(documents.get(id).title()).isEqualTo("Ferry to Velmora runs again");
    }

    @Test
    void theTrashGivesBackWhatItTook() {
        DocumentId first = taken("a.txt", FERRY);
        DocumentId second = taken("b.txt", "The pilots’ strike goes on.");
        DocumentQuery trash = new DocumentQuery(null, null, null, null, null, null, false, true);

        assertThat(trashed.trash(manager, project, List.of(first, DocumentId.random())))
                .isEqualTo(1);
        assertThat(documents.find(manager, project, DocumentQuery.ALL).ids()).containsExactly(second);
        assertThat(documents.find(manager, project, trash).ids()).containsExactly(first);
        assertThat(trashed.restore(manager, project, List.of(first))).isEqualTo(1);
        assertThat(documents.find(manager, project, DocumentQuery.ALL).count()).isEqualTo(2);
    }

    @Test
    void aFileTakenBackLeavesNothing() {
        FileResult sent = upload("a.txt", FERRY + " Taken back.", false);
        String sha256 = sent.sha256();
        assertThat(store.path(sha256)).exists();

        files.discard(manager, sent.file());

        assertThat(files.files(manager, project)).isEmpty();
        assertThat(Files.exists(store.path(sha256))).isFalse();
        assertThat(upload("a.txt", FERRY + " Taken back.", true).status()).isEqualTo(FileResult.Status.ACCEPTED);
    }

    @Test
    void bytesThatChangedOnDiskAreNotGivenOut() throws Exception {
        FileResult sent = upload("a.txt", "Some bytes " + UUID.randomUUID(), true);
        Files.writeString(store.path(sent.sha256()), "other bytes");

        assertThatThrownBy(() -> files.original(manager, sent.file())).hasMessageContaining("a.txt");
    }

    private List<String> titles(String words) {
        DocumentList found = documents.find(manager, project, words(words));
        return found.slice(0, 10).stream().map(Document::title).toList();
    }

    private List<DocumentId> ids(
            @Nullable String language, @Nullable String from, @Nullable String to, @Nullable ReadingState state) {
        return documents
                .find(manager, project, new DocumentQuery(null, language, null, state, from, to, false, false))
                .ids();
    }

    private static DocumentQuery words(String words) {
        return new DocumentQuery(words, null, null, null, null, null, false, false);
    }

    private DocumentId taken(String name, String text) {
        return upload(name, text, true).documents().getFirst();
    }

    private FileResult upload(String name, String text, boolean accept) {
        return documents
                .upload(
                        manager,
                        project,
                        List.of(new UploadedFile(name, new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))),
                        accept)
                .getFirst();
    }

    @Test
    void whatGoesFromTheTrashIsGoneAndItsFileMayComeAgain() throws IOException {
        String words = FERRY + " " + UUID.randomUUID();
        DocumentId ferry = taken("ferry.txt", words);
        DocumentId strike = taken("strike.txt", "The pilots’ strike goes on. " + UUID.randomUUID());
        index.wake().join();
        Path original = store.path(documents.get(ferry).source().fileSha256());
        trashed.trash(manager, project, List.of(ferry));

        assertThat(trashed.empty(manager, project)).isEqualTo(new TrashService.Emptied(1, 1));

        assertThat(original).doesNotExist();
        assertThat(trashed.restore(manager, project, List.of(ferry))).isZero();
        assertThat(documents.all(project)).extracting(Document::id).containsExactly(strike);
        assertThat(trashed.empty(manager, project)).isEqualTo(new TrashService.Emptied(0, 0));
        DocumentId again = taken("ferry.txt", words);
        index.wake().join();
        assertThat(documents.find(manager, project, words("velmora")).ids()).containsExactly(again);
        assertThat(original).exists();
    }

    @Test
    void keptBytesThatNoFileRefersToGoAfterADay() throws IOException {
        DocumentId ferry = taken("ferry.txt", FERRY + " " + UUID.randomUUID());
        Path kept = store.path(documents.get(ferry).source().fileSha256());
        Path orphan =
                Files.createDirectories(store.path("0".repeat(64)).getParent()).resolve("0".repeat(64));
        Path young = store.path("0".repeat(63) + "1");
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        Files.setLastModifiedTime(Files.writeString(orphan, "lost"), old);
        Files.setLastModifiedTime(kept, old);
        Files.writeString(young, "being recorded");

        assertThat(trashed.removeOrphans()).isEqualTo(1);

        assertThat(orphan).doesNotExist();
        assertThat(kept).exists();
        assertThat(young).exists();
        Files.delete(young);
    }
}
