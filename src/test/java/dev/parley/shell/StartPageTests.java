package dev.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.PageTest;
import dev.parley.account.UserService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StartPageTests extends PageTest {

    @Autowired
    private UserService users;

    @Test
    void makesAProjectAndGoesThere() {
        signInAsAdmin();
        open("");

        test(find(Button.class).withText("New project").first()).click();
        test(find(TextField.class).withCaption("Name").single()).setValue("Letters from the delta");
        test(find(Button.class).withText("Make project").single()).click();

        assertThat(address()).startsWith("projects/");
        assertThat(text()).contains("Letters from the delta", "Upload articles");
    }

    @Test
    void tellsWhoIsInNoProjectWhomToAsk() {
        users.create(users.get("admin"), "newcomer", "New Comer", "long-enough", false);
        signInAs("newcomer", "long-enough");

        open("");

        assertThat(text()).contains("Ask a manager to add you").doesNotContain("New project");
    }

    @Test
    void saysInsideTheFrameThatThereIsNothing() {
        signInAsAdmin();

        open("no/such/page");

        assertThat(text()).contains("Nothing here", "Go to the start page", "Start");
    }
}
