package dev.parley.assignment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import dev.parley.ParleyTest;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.assignment.Assignment;
import dev.parley.assignment.AssignmentService;
import dev.parley.document.DocumentService;
import dev.parley.document.UploadedFile;
import dev.parley.page.EmptyState;
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
class AssignmentsViewTests extends SpringBrowserlessTest {

    @Autowired
    AuthenticationProvider passwords;

    @Autowired
    CurrentUser currentUser;

    @Autowired
    UserService users;

    @Autowired
    ProjectService projects;

    @Autowired
    DocumentService documents;

    @Autowired
    AssignmentService assignments;

    private Project project;

    @BeforeEach
    void makeAProject() {
        SecurityContextHolder.getContext()
                .setAuthentication(passwords.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated("admin", "first-password")));
        project = projects.create(currentUser.get(), "Work " + UUID.randomUUID(), null, ProjectSettings.DEFAULT);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void saysWhatIsMissingFirst() {
        open();
        assertThat($(EmptyState.class).single().getElement().getTextRecursively())
                .contains("nothing to read");

        upload("An article about the harbour.");
        open();
        assertThat($(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Nobody annotates");
    }

    @Test
    void sharesOutAllDocuments() {
        addAnnotator();
        addAnnotator();
        upload("An article about the harbour.");
        upload("Another article, about the lighthouse.");
        open();

        test($(Button.class).withText("Assign documents").single()).click();

        assertThat(assignments.slice(currentUser.get(), project.id(), 0, 50))
                .allSatisfy(assignment -> assertThat(assignment.readers()).hasSize(2));
        assertThat(cell(0, 1)).contains("not begun");
    }

    @Test
    void assignsAndTakesBackByTick() {
        User annotator = addAnnotator();
        upload("An article about the harbour.");
        open();

        test(tick(0, 1)).click();
        assertThat(readers()).singleElement().isEqualTo(annotator.name());
        assertThat(cell(0, 1)).contains("not begun");

        test(tick(0, 1)).click();
        assertThat(readers()).isEmpty();
    }

    private void open() {
        navigate("projects/%s/assignments".formatted(project.id()), AssignmentsView.class);
    }

    @SuppressWarnings("unchecked")
    private Grid<Assignment> matrix() {
        return $(Grid.class).single();
    }

    private Checkbox tick(int row, int column) {
        Div cell = (Div) test(matrix()).getCellComponent(row, column);
        return (Checkbox) cell.getChildren().findFirst().orElseThrow();
    }

    private String cell(int row, int column) {
        return test(matrix()).getCellComponent(row, column).getElement().getTextRecursively();
    }

    private List<String> readers() {
        return assignments.slice(currentUser.get(), project.id(), 0, 50).stream()
                .flatMap(assignment -> assignment.readers().stream())
                .map(progress -> progress.annotator())
                .toList();
    }

    private User addAnnotator() {
        String name = "reader" + UUID.randomUUID().toString().substring(0, 8);
        User annotator = users.install(name, name, "a-long-password", false);
        projects.putMember(currentUser.get(), project.id(), name, EnumSet.of(Role.ANNOTATOR));
        return annotator;
    }

    private void upload(String text) {
        documents.upload(
                currentUser.get(),
                project.id(),
                List.of(new UploadedFile(
                        UUID.randomUUID() + ".txt", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))),
                true);
    }
}
