package dev.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.ParleyTest;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.document.ImportItem.Number;
import dev.parley.document.ImportItem.State;
import dev.parley.document.extraction.Samples;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** Imports as jobs: they go on by themselves, survive a stop, and cost nobody a good file. */
@ParleyTest
class ImportTests {

    @Autowired
    UserService users;

    @Autowired
    ProjectService projects;

    @Autowired
    ImportService imports;

    @Autowired
    ImportItemRepository repository;

    @Autowired
    ImportRunner runner;

    @Autowired
    FileService files;

    @Autowired
    DocumentService documents;

    @Autowired
    UploadStore store;

    private User manager;
    private ProjectId project;

    @BeforeEach
    void begin() {
        manager = users.get("admin");
        project = projects.create(manager, "Imports " + UUID.randomUUID(), null, ProjectSettings.DEFAULT)
                .id();
    }

    @Test
    void badFilesCostTheGoodOnesNothing() throws IOException {
        byte[] archive = Samples.zip(
                Samples.entry("a.txt", "The ferry left."),
                Samples.entry("../b.txt", "Out."),
                Samples.entry("c/d.txt", "The harbour slept."));

        ImportId id = imports.submit(
                manager,
                project,
                List.of(
                        file("one.txt", "The bridge opened."),
                        file("empty.txt", ""),
                        new UploadedFile("all.zip", new ByteArrayResource(archive)),
                        file("again.txt", "The bridge opened.")),
                true);
        runner.wake(id).join();

        assertThat(imports.items(manager, id, ImportService.FILES, 0, 10))
                .extracting(item -> item.number() + " " + item.name() + " " + item.state())
                .containsExactly(
                        "1 one.txt ACCEPTED",
                        "2 empty.txt REJECTED",
                        "3.1 a.txt ACCEPTED",
                        "3.2 ../b.txt REJECTED",
                        "3.3 c/d.txt ACCEPTED",
                        "4 again.txt DUPLICATE");
        ImportJob job = imports.find(manager, id);
        assertThat(job.files()).isEqualTo(Map.of(State.ACCEPTED, 3, State.REJECTED, 2, State.DUPLICATE, 1));
        assertThat(job.isRunning()).isFalse();
        assertThat(documents.count(project)).isEqualTo(3);
    }

    @Test
    void aStoppedProcessGoesOnWithTheFilesThatWait() {
        ImportId id = imports.start(manager, project, true);
        // what a killed process leaves behind: bytes and waiting rows, nobody working
        IntStream.rangeClosed(1, 20)
                .forEach(number -> repository.insert(ImportItem.arrived(
                        id, new Number(number, 0), "f%d.txt".formatted(number), staged("Story number " + number))));

        assertThat(repository.unfinished()).contains(id);
        runner.wake(id).join();

        assertThat(imports.find(manager, id).count(State.ACCEPTED)).isEqualTo(20);
        assertThat(repository.unfinished()).doesNotContain(id);
        assertThat(documents.all(project))
                .extracting(document -> document.source().fileName())
                .startsWith("f1.txt", "f2.txt", "f3.txt");
    }

    @Test
    void aFileThatTookTheServiceDownThreeTimesIsGivenUp() {
        ImportId id = imports.start(manager, project, true);
        ImportItem poison = ImportItem.arrived(id, new Number(1, 0), "poison.txt", staged("Some words"));
        repository.insert(poison);
        IntStream.range(0, 3).forEach(attempt -> repository.begin(poison));

        runner.wake(id).join();

        assertThat(only(id).state()).isEqualTo(State.REJECTED);
        assertThat(only(id).reason()).contains("begun 3 times");
    }

    @Test
    void aStoppedImportKeepsWhatItHasAndCanBeTakenUp() {
        ImportId id = imports.start(manager, project, true);
        repository.insert(ImportItem.arrived(id, new Number(1, 0), "late.txt", staged("Late words")));

        ImportJob stopped = imports.cancel(manager, id);

        assertThat(stopped.isRunning()).isFalse();
        assertThat(stopped.cancelledAt()).isNotNull();
        assertThat(only(id).state()).isEqualTo(State.CANCELLED);
        imports.retry(manager, id, new Number(1, 0), null);
        runner.wake(id).join();
        assertThat(only(id).state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void aFileInDoubtIsReadAsSomebodySays() {
        byte[] bytes = "شورا".getBytes(Charset.forName("windows-1256"));
        ImportId id = imports.submit(
                manager, project, List.of(new UploadedFile("ar.txt", new ByteArrayResource(bytes))), true);
        runner.wake(id).join();
        assertThat(only(id).charsets()).contains("windows-1256");

        assertThat(imports.preview(manager, id, new Number(1, 0), "windows-1256", 2))
                .contains("شو");
        imports.retry(manager, id, new Number(1, 0), "windows-1256");
        runner.wake(id).join();

        assertThat(documents.text(only(id).documents().getFirst()).value()).isEqualTo("شورا");
        assertThatThrownBy(() -> imports.retry(manager, id, new Number(1, 0), null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ar.txt");
    }

    @Test
    void aWrongGuessIsPutRightBeforeTheCutsAreConfirmed() {
        byte[] bytes = "Der B\u00e4r, sagte er.".getBytes(Charset.forName("windows-1252"));
        FileResult taken = imports.upload(
                        manager, project, List.of(new UploadedFile("a.txt", new ByteArrayResource(bytes))), false)
                .getFirst();

        files.reread(manager, taken.file(), "windows-1251");

        assertThat(files.fileText(manager, taken.file()).value()).isEqualTo("Der Bдr, sagte er.");
        files.acceptProposal(manager, taken.file());
        assertThatThrownBy(() -> files.reread(manager, taken.file(), "windows-1252"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("settled");
    }

    @Test
    void aThousandFilesAreOneReport() {
        List<UploadedFile> sent = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            sent.add(file("n%d.txt".formatted(i), "Story %d of the thousand.".formatted(i)));
        }

        List<FileResult> results = imports.upload(manager, project, sent, true);

        assertThat(results).hasSize(1000).allMatch(result -> result.status() == FileResult.Status.ACCEPTED);
        assertThat(imports.items(
                        manager,
                        imports.latest(manager, project, 1).getFirst().id(),
                        EnumSet.of(State.ACCEPTED),
                        990,
                        20))
                .hasSize(10);
    }

    private ImportItem only(ImportId id) {
        return imports.items(manager, id, ImportService.FILES, 0, 2).getFirst();
    }

    private UploadStore.Received staged(String text) {
        try {
            return store.stage(
                    new ByteArrayResource((text + " " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8))
                            .getInputStream(),
                    10_000);
        } catch (IOException | UploadStore.TooLarge e) {
            throw new AssertionError(e);
        }
    }

    private static UploadedFile file(String name, String text) {
        return new UploadedFile(name, new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
    }
}
