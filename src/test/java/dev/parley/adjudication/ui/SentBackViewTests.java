package dev.parley.adjudication.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import dev.parley.Api;
import dev.parley.PageTest;
import dev.parley.account.UserService;
import dev.parley.adjudication.TwoReaders;
import dev.parley.annotation.AnnotationService;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Who waits for whom: for those who settle, and on the start page of those who are asked. */
class SentBackViewTests extends PageTest {

    @Autowired
    UserService users;

    @Autowired
    AnnotationService annotations;

    @Autowired
    MockMvc mvc;

    private TwoReaders readers;
    private String disagreement = "";

    @BeforeEach
    void begin() {
        readers = new TwoReaders(Api.admin(mvc), users, annotations).differ();
        disagreement = readers.supervisor
                .get("/api/v1/projects/%s/disagreements?cause=boundary".formatted(readers.project))
                .text("/items/0/id");
    }

    private void openList() {
        signInAsAdmin();
        open("projects/%s/adjudicate/sent-back".formatted(readers.project));
    }

    @Test
    void saysHowToAskWhileNobodyIsAsked() {
        openList();

        assertThat(text()).contains("Nothing is waiting for an annotator. Press b");
    }

    @Test
    void tellsWhoWasAskedSinceWhenAndWhoHasAnswered() {
        readers.supervisor.post(
                "/api/v1/disagreements/%s/question".formatted(disagreement), Map.of("text", "Where does it end?"));
        int own = readers.ann
                        .get("/api/v1/disagreements/%s/question".formatted(disagreement))
                        .json()
                        .at("/sides/0/annotators/0")
                        .asString()
                        .equals("You")
                ? 0
                : 1;
        readers.ann.post("/api/v1/disagreements/%s/answer".formatted(disagreement), Map.of("version", own));

        openList();

        assertThat(text())
                .contains("Where does it end?", readers.annName + ", keeps to it", readers.benName, "today")
                .doesNotContain(readers.benName + ", ");
    }

    @Test
    void asksNoMore() {
        readers.supervisor.post("/api/v1/disagreements/%s/question".formatted(disagreement), Map.of("text", ""));
        openList();

        test(find(Button.class).withText("Ask no more").single()).click();

        assertThat(text()).contains("Nothing is waiting");
    }

    @Test
    void putsThreadsThatNameSomebodyOnTheirStartPage() {
        readers.ann.post(
                "/api/v1/documents/%s/threads".formatted(readers.document),
                Map.of("text", "Is the council a body?", "subject", "disagreement:" + disagreement));
        signInAsAdmin();

        open("");

        assertThat(text()).contains("Waiting for your word", "Is the council a body?");
    }
}
