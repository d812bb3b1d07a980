package dev.parley.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.PageTest;
import dev.parley.account.User;
import dev.parley.account.UserService;
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
