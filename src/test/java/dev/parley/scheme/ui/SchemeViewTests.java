package dev.parley.scheme.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import dev.parley.ParleyTest;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.project.Project;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import dev.parley.project.Role;
import dev.parley.scheme.Presets;
import dev.parley.scheme.SchemeService;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@ParleyTest
class SchemeViewTests extends SpringBrowserlessTest {

    @Autowired
    AuthenticationProvider passwords;

    @Autowired
    CurrentUser currentUser;

    @Autowired
    UserService users;

    @Autowired
    ProjectService projects;

    @Autowired
    SchemeService schemes;

    private Project project;

    @BeforeEach
    void makeAProject() {
        signIn("admin", "first-password");
        project = projects.create(currentUser.get(), "Scheme " + UUID.randomUUID(), null, ProjectSettings.DEFAULT);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void showsTheTextBesideWhatItSays() {
        SchemeView view = open();

        assertThat(text().getValue()).isEqualTo(Presets.source("envoys"));
        assertThat($(NativeTableHeaderCell.class, view).all())
                .extracting(cell -> cell.getElement().getTextRecursively())
                .contains("PersonPERSON", "OrganisationORG", "Contentcontent", "Same assame-as");
        assertThat(button("Save as new version").isEnabled()).isFalse();
    }

    @Test
    void listsFaultsAsTheyAreTypedAndSavesOnlyWithoutThem() {
        open();

        type(Presets.source("envoys").replace("key: o,", "key: p,"));

        assertThat($(NativeButton.class).all())
                .extracting(fault -> fault.getElement().getTextRecursively())
                .anySatisfy(words -> assertThat(words).contains("Line 16", "\"p\"", "layers.entity.labels[1].key"));
        assertThat(button("Save as new version").isEnabled()).isFalse();

        type(Presets.source("envoys").replace("key: o,", "key: b,"));
        test(button("Save as new version")).click();

        assertThat(schemes.current(project.id()).version()).isEqualTo(2);
        assertThat(schemes.current(project.id()).label("ORG").orElseThrow().key())
                .isEqualTo("b");
        assertThat(button("Save as new version").isEnabled()).isFalse();
    }

    @Test
    void takesChangesBack() {
        open();
        type("nothing of a scheme");

        test(button("Take back changes")).click();

        assertThat(text().getValue()).isEqualTo(Presets.source("envoys"));
    }

    @Test
    void letsOthersOnlyRead() {
        String name = "reader" + UUID.randomUUID().toString().substring(0, 8);
        User admin = currentUser.get();
        users.install(name, "Reader", "a-long-password", false);
        projects.putMember(admin, project.id(), name, EnumSet.of(Role.ANNOTATOR));
        signIn(name, "a-long-password");

        open();

        assertThat(text().getElement().getProperty("readonly", false)).isTrue();
        assertThat($(Button.class).all()).extracting(Button::getText).doesNotContain("Save as new version");
    }

    private SchemeView open() {
        return navigate("projects/%s/scheme".formatted(project.id()), SchemeView.class);
    }

    private SchemeText text() {
        return $(SchemeText.class).single();
    }

    private void type(String words) {
        text().setValue(words);
    }

    private Button button(String words) {
        return $(Button.class).withText(words).single();
    }

    private void signIn(String name, String password) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        passwords.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password)));
    }
}
