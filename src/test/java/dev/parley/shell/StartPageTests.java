package dev.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.PageTest;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.project.Project;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import dev.parley.project.Role;
import dev.parley.scheme.SchemeService;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class StartPageTests extends PageTest {

    @Autowired
    private UserService users;

    @Autowired
    private ProjectService projects;

    @Autowired
    private SchemeService schemes;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void makesAProjectAndGoesThere() {
        signInAsAdmin();
        open("");

        test(find(Button.class).withText("New project").first()).click();
        test(find(TextField.class).withCaption("Name").single()).setValue("Letters from the delta");
        test(find(Button.class).withText("Make project").single()).click();

        assertThat(address()).startsWith("projects/");
        assertThat(text()).contains("Letters from the delta", "Upload articles");

        open("");
        assertThat(text()).contains("Letters from the delta", "no articles yet", "Upload articles");
    }

    @Test
    void tellsWhoIsInNoProjectWhomToAsk() {
        users.create(users.get("admin"), "newcomer", "New Comer", "long-enough", false);
        signInAs("newcomer", "long-enough");

        open("");

        assertThat(text()).contains("Ask a manager to add you").doesNotContain("New project");
    }

    @Test
    void tellsWhatIsNewSinceTheVisitBefore() {
        User admin = users.get("admin");
        User reader = users.create(admin, "returning", "Re Turning", "long-enough", false);
        Project project = projects.create(admin, "Harbour papers", null, ProjectSettings.DEFAULT);
        projects.putMember(admin, project.id(), reader.name(), Set.of(Role.VIEWER));
        signInAs("returning", "long-enough");
        open("");
        assertThat(text()).contains("Harbour papers").doesNotContain("New since");

        jdbc.sql("UPDATE user_visit SET seen_at = seen_at - INTERVAL '1' DAY").update();
        schemes.put(admin, project.id(), schemes.source(project.id(), 1) + "\n# a remark\n");
        open("");

        assertThat(text()).contains("New since", "1 new version of the scheme").doesNotContain("handed in");
    }

    @Test
    void saysInsideTheFrameThatThereIsNothing() {
        signInAsAdmin();

        open("no/such/page");

        assertThat(text()).contains("Nothing here", "Go to the start page", "Start");
    }
}
