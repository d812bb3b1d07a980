package dev.parley.adjudication.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.Api;
import dev.parley.ParleyTest;
import dev.parley.account.CurrentUser;
import dev.parley.account.UserService;
import dev.parley.adjudication.AdjudicationService;
import dev.parley.adjudication.Decision;
import dev.parley.adjudication.GoldSet;
import dev.parley.adjudication.QueueFilter;
import dev.parley.adjudication.TwoReaders;
import dev.parley.annotation.AnnotationService;
import dev.parley.document.DocumentId;
import dev.parley.editor.SpanEditor;
import dev.parley.page.EmptyState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

@ParleyTest
class AdjudicateViewTests extends SpringBrowserlessTest {

    @Autowired
    AuthenticationProvider passwords;

    @Autowired
    CurrentUser currentUser;

    @Autowired
    UserService users;

    @Autowired
    AnnotationService annotations;

    @Autowired
    AdjudicationService adjudication;

    @Autowired
    MockMvc mvc;

    private TwoReaders readers;

    @BeforeEach
    void begin() {
        readers = new TwoReaders(Api.admin(mvc), users, annotations);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private void open(String query) {
        // calls over HTTP end with nobody signed in
        SecurityContextHolder.getContext()
                .setAuthentication(passwords.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated("admin", "first-password")));
        UI.getCurrent()
                .navigate("projects/%s/adjudicate".formatted(readers.project), QueryParameters.fromString(query));
    }

    private void press(String... keys) {
        for (String key : keys) {
            DecisionKeys heard = $(DecisionKeys.class).single();
            ComponentUtil.fireEvent(heard, new DecisionKeys.KeyEvent(heard, true, key));
        }
    }

    private String progress() {
        return $(Span.class).withClassName("round-progress").single().getText();
    }

    private List<String> versions() {
        return $(NativeButton.class).withClassName("version").all().stream()
                .map(Component::getElement)
                .map(element -> element.getTextRecursively())
                .toList();
    }

    private List<Decision> decisions() {
        return adjudication
                .queue(currentUser.get(), readers.projectId(), QueueFilter.OPEN.with(QueueFilter.State.DECIDED))
                .stream()
                .flatMap(item -> item.decision().stream())
                .toList();
    }

    @Test
    void saysWhatToDoWhileThereIsNothingToDecide() {
        open("");

        assertThat($(EmptyState.class).single().getElement().getTextRecursively())
                .contains("two annotators have handed in");
    }

    @Test
    void showsTheVersionsWithWhatDiffers() {
        readers.differ();

        open("order=document");

        assertThat(progress()).isEqualTo("0 of 4 decided, 4 left");
        assertThat(versions()).anySatisfy(words -> assertThat(words).contains("1", readers.annName, "Person"));
        assertThat(versions()).anySatisfy(words -> assertThat(words).contains("2", readers.benName));
        assertThat($(Span.class).withClassName("differs").all()).hasSize(2);
    }

    @Test
    void takesOneKeyForEachDecisionAndMovesOn() {
        readers.differ();
        open("order=document");

        press("1", "1", "0", "2");

        assertThat(progress()).isEqualTo("4 of 4 decided, 0 left");
        assertThat($(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Nothing left to decide");
        assertThat(decisions())
                .extracting(Decision::outcome)
                .containsExactlyInAnyOrder(
                        Decision.Outcome.VERSION,
                        Decision.Outcome.VERSION,
                        Decision.Outcome.NONE,
                        Decision.Outcome.VERSION);
        GoldSet gold = adjudication.goldSet(new DocumentId(UUID.fromString(readers.document)));
        assertThat(gold.status()).isEqualTo(GoldSet.Status.ADJUDICATED);
    }

    @Test
    void takesBackTheLastDecision() {
        readers.differ();
        open("");

        press("1", "u");

        assertThat(decisions()).isEmpty();
        assertThat(progress()).isEqualTo("0 of 4 decided, 4 left");
    }

    @Test
    void settlesAllThatLookAlike() {
        readers.differ();
        open("cause=label");

        press("a", "1");

        assertThat(decisions()).hasSize(2);
        assertThat(progress()).isEqualTo("2 of 2 decided, 0 left");
    }

    @Test
    void ignoresKeysForVersionsThereAreNot() {
        readers.differ();
        open("");

        press("7", "s", "ArrowRight", "ArrowLeft");

        assertThat(decisions()).isEmpty();
    }

    @Test
    void takesAnOwnVersionFromThePassage() {
        readers.differ();
        open("cause=label&order=document");
        SpanEditor passage = $(SpanEditor.class).single();

        ComponentUtil.fireEvent(
                passage,
                new SpanEditor.OwnVersionEvent(
                        passage,
                        true,
                        "{\"id\":\"mine\",\"label\":\"PERSON\",\"spans\":[{\"start\":0,\"end\":3}],\"attributes\":{}}"));

        assertThat(decisions()).extracting(Decision::outcome).containsExactly(Decision.Outcome.OWN);
    }
}
