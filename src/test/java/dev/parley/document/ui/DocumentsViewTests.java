package dev.parley.document.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import dev.parley.ParleyTest;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.document.Document;
import dev.parley.document.DocumentService;
import dev.parley.document.FileService;
import dev.parley.document.RevisionService;
import dev.parley.document.UploadedFile;
import dev.parley.page.ProblemLine;
import dev.parley.project.Project;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import dev.parley.project.Role;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@ParleyTest
class DocumentsViewTests extends SpringBrowserlessTest {

    @Autowired
    AuthenticationProvider passwords;

    @Autowired
    CurrentUser currentUser;

    @Autowired
    UserService users;

    @Autowired
    ProjectService projects;

    @Autowired
    FileService files;

    @Autowired
    DocumentService documents;

    @Autowired
    RevisionService revisions;

    private User manager;
    private Project project;

    @BeforeEach
    void begin() {
        signIn("admin", "first-password");
        manager = currentUser.get();
        project = projects.create(manager, "Documents " + UUID.randomUUID(), null, ProjectSettings.DEFAULT);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anEmptyProjectSaysWhatToDo() {
        open();

        assertThat($(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.contains("Drop files"));
        assertThat($(Upload.class).all()).hasSize(1);
    }

    @Test
    void proposalsAreConfirmedAtOnce() {
        upload("two.txt", "a\nb\nc\nd\n\ne\nf\ng\nh");
        open();

        test(button("Confirm all 2 articles")).click();

        assertThat(documents.count(project.id())).isEqualTo(2);
        assertThat(files.waitingFiles(manager, project.id())).isEmpty();
        assertThat(test($(Grid.class).single()).size()).isEqualTo(2);
    }

    @Test
    void aTextIsCorrectedOnceItWasSeenWhatMoves() {
        upload("one.txt", "The ferry to Velmora runs again.");
        files.acceptProposal(
                manager, files.waitingFiles(manager, project.id()).getFirst().id());
        Document document = documents.all(project.id()).getFirst();
        new RevisionDialog(documents, revisions, manager, document, () -> {}).open();

        test($(TextArea.class).single()).setValue("The ferry to Velmira runs again.");
        assertThat(button("Correct the text").isEnabled()).isFalse();
        test(button("See what moves")).click();
        test(button("Correct the text")).click();
        assertThat(documents.get(document.id()).revision()).isEqualTo(1);
        assertThat($(ProblemLine.class).all()).anyMatch(line -> line.getText().contains("why the text changes"));
        test($(TextField.class).withCaption("Why the text changes").single()).setValue("Misspelt");
        test(button("Correct the text")).click();

        assertThat(documents.text(document.id()).value()).contains("Velmira");
        assertThat(revisions.of(manager, document.id())).hasSize(2);
    }

    @Test
    void whoOnlyReadsSeesTheArticlesAndNothingToUpload() {
        upload("one.txt", "One article.");
        files.acceptProposal(
                manager, files.waitingFiles(manager, project.id()).getFirst().id());
        String name = "r" + UUID.randomUUID().toString().substring(0, 8);
        users.install(name, "Reader", "reader-reader-pass", false);
        projects.putMember(manager, project.id(), name, EnumSet.of(Role.VIEWER));

        signIn(name, "reader-reader-pass");
        open();

        assertThat($(Upload.class).all()).isEmpty();
        assertThat(test($(Grid.class).single()).size()).isEqualTo(1);
    }

    @Test
    void cutsAreCorrectedAndConfirmed() {
        upload("two.txt", "a\nb\nc\nd\n\ne\nf\ng\nh");
        navigate(
                FileRouteParameters.cuts(
                        files.waitingFiles(manager, project.id()).getFirst().id()),
                CutsView.class);
        assertThat(button("Confirm 2 articles").isEnabled()).isTrue();

        test(lineNumber(3)).click();
        assertThat(button("Confirm 3 articles").isEnabled()).isTrue();
        action("Give it to the article before (Delete)", 1);
        action("Begin one line later (arrow down)", 1);
        action("Whether this becomes a document", 1);
        test(button("Confirm 1 article")).click();

        assertThat(documents.all(project.id()))
                .singleElement()
                .satisfies(document ->
                        assertThat(documents.text(document.id()).value()).isEqualTo("a\nb\nc\nd\n\ne"));
    }

    @Test
    void settledFilesShowTheirArticles() {
        upload("one.txt", "One article.");
        var file = files.waitingFiles(manager, project.id()).getFirst().id();
        files.acceptProposal(manager, file);

        CutsView view = navigate(FileRouteParameters.cuts(file), CutsView.class);

        assertThat($(Anchor.class, view).all()).extracting(Anchor::getText).containsExactly("One article.");
        assertThat($(Button.class, view).all()).isEmpty();
    }

    private void upload(String name, String text) {
        documents.upload(
                manager,
                project.id(),
                List.of(new UploadedFile(name, new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))),
                false);
    }

    private void open() {
        navigate("projects/%s/documents".formatted(project.id()), DocumentsView.class);
    }

    private Button button(String words) {
        return $(Button.class).withText(words).single();
    }

    private NativeButton lineNumber(int line) {
        return $(NativeButton.class).withText(Integer.toString(line)).single();
    }

    private void action(String hint, int boundary) {
        List<NativeButton> buttons = $(NativeButton.class).all().stream()
                .filter(button -> hint.equals(button.getElement().getAttribute("title")))
                .toList();
        test(buttons.get(boundary)).click();
    }

    private void signIn(String name, String password) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        passwords.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password)));
    }
}
