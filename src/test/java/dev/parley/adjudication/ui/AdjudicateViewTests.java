package dev.parley.adjudication.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.PageTest;
import dev.parley.account.UserService;
import dev.parley.adjudication.TwoReaders;
import dev.parley.annotation.AnnotationService;
import dev.parley.page.EmptyState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

class AdjudicateViewTests extends PageTest {

    @Autowired
    UserService users;

    @Autowired
    AnnotationService annotations;

    @Autowired
    MockMvc mvc;

    private TwoReaders readers;

    @BeforeEach
    void begin() {
        readers = new TwoReaders(Api.admin(mvc), users, annotations);
    }

    private void openDesk(String query) {
        // calls over HTTP end with nobody signed in
        signInAsAdmin();
        open("projects/%s/adjudicate%s".formatted(readers.project, query));
    }

    @Test
    void saysWhatToDoWhileThereIsNothingToDecide() {
        openDesk("");

        assertThat($(EmptyState.class).single().getElement().getTextRecursively())
                .contains("two annotators have handed in");
    }

    @Test
    void givesTheDeskWhatTheAddressAsksFor() {
        readers.differ();

        openDesk("?cause=label&order=document");

        DecisionDesk desk = $(DecisionDesk.class).single();
        assertThat(desk.getElement().getProperty("projectId")).isEqualTo(readers.project);
        assertThat(desk.getElement().getProperty("query")).isEqualTo("cause=label&order=document");
    }
}
