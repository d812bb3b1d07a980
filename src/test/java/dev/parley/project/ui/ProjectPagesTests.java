package dev.parley.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.PageTest;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.page.FirstFew;
import dev.parley.project.Project;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import dev.parley.project.Role;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProjectPagesTests extends PageTest {

    @Autowired
    private UserService users;

    @Autowired
    private ProjectService projects;

    private Project project;
    private User annotator;

    @BeforeEach
    void begin() {
        User admin = users.get("admin");
        String suffix = UUID.randomUUID().toString().substring(0, 8);
        annotator = users.create(admin, "reader-" + suffix, "Reader " + suffix, "long-enough", false);
        project = projects.create(admin, "Harbour news " + suffix, null, ProjectSettings.DEFAULT);
    }

    @Test
    void addsAMemberBySignInName() {
        signInAsAdmin();
        open("projects/" + project.id() + "/members");

        test(find(TextField.class).withCaption("Sign-in name").single()).setValue(annotator.name());
        test(find(Button.class).withText("Add as annotator").single()).click();

        assertThat(projects.members(project.id()))
                .anySatisfy(member -> assertThat(member.user()).isEqualTo(annotator));
        assertThat(text()).contains(annotator.displayName());
    }

    @Test
    void saysWhyTheOnlyManagerStays() {
        signInAsAdmin();
        open("projects/" + project.id() + "/members");

        find(Checkbox.class).all().stream()
                .filter(tick -> tick.getAriaLabel().orElse("").equals("admin: Manager"))
                .forEach(tick -> test(tick).click());

        assertThat(text()).contains("admin is the project's only manager");
        assertThat(projects.members(project.id())).anyMatch(member -> member.is(Role.MANAGER));
    }

    @Test
    void keepsNoSettingsThatMakeNoSense() {
        signInAsAdmin();
        open("projects/" + project.id() + "/members");

        find(IntegerField.class).single().clear();
        test(find(Button.class).withText("Save settings").single()).click();
        assertThat(text()).contains("annotatorsPerDocument is a number from 1 to 20, not 0.");

        find(IntegerField.class).single().setValue(3);
        test(find(TextField.class)
                        .withCaption("Language of documents that do not say theirs")
                        .single())
                .setValue("English");
        test(find(Button.class).withText("Save settings").single()).click();
        assertThat(text()).contains("language is a tag such as \"en\" or \"pt-BR\", not \"English\".");
        assertThat(projects.get(project.id()).settings()).isEqualTo(ProjectSettings.DEFAULT);
    }

    @Test
    void findsAMemberAmongMany() {
        User admin = users.get("admin");
        for (int i = 0; i < FirstFew.SHOWN; i++) {
            String name = "many-%02d-%s".formatted(i, project.id().toString().substring(0, 8));
            users.create(admin, name, "Many " + name, "long-enough", false);
            projects.putMember(admin, project.id(), name, Set.of(Role.ANNOTATOR));
        }
        projects.putMember(admin, project.id(), annotator.name(), Set.of(Role.ANNOTATOR));
        signInAsAdmin();
        open("projects/" + project.id() + "/members");
        assertThat(text()).doesNotContain(annotator.displayName()).contains("25 of 27 are shown");

        test(find(TextField.class).withCaption("Find a member").single()).setValue("READER");
        assertThat(text()).contains(annotator.displayName()).doesNotContain("Many many", "are shown");
    }

    @Test
    void showsAnAnnotatorOnlyThePagesThatAreOfUse() {
        projects.putMember(users.get("admin"), project.id(), annotator.name(), Set.of(Role.ANNOTATOR));
        signInAs(annotator.name(), "long-enough");

        open("projects/" + project.id());

        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .contains("Start", "Overview")
                .doesNotContain("People", "Members and settings");
    }

    @Test
    void hidesAProjectFromStrangers() {
        signInAs(annotator.name(), "long-enough");

        open("projects/" + project.id());

        assertThat(text()).contains("Not found").doesNotContain(project.name());
    }

    @Test
    void bringsAProjectBackFromTheTrash() {
        projects.discard(users.get("admin"), project.id());
        signInAsAdmin();
        open("");

        find(Button.class).all().stream()
                .filter(button -> button.getAriaLabel().orElse("").equals("Bring back " + project.name()))
                .forEach(button -> test(button).click());

        assertThat(projects.get(project.id())).isEqualTo(project);
    }
}
