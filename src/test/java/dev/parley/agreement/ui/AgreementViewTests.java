package dev.parley.agreement.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import dev.parley.Api;
import dev.parley.ParleyTest;
import dev.parley.account.UserService;
import dev.parley.adjudication.TwoReaders;
import dev.parley.annotation.AnnotationService;
import dev.parley.page.EmptyState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

@ParleyTest
class AgreementViewTests extends SpringBrowserlessTest {

    @Autowired
    AuthenticationProvider passwords;

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

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private String open() {
        // calls over HTTP end with nobody signed in
        SecurityContextHolder.getContext()
                .setAuthentication(passwords.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated("admin", "first-password")));
        UI.getCurrent().navigate("projects/%s/agreement".formatted(readers.project));
        return $(AgreementView.class).single().getElement().getTextRecursively();
    }

    @Test
    void saysWhatToDoWhileThereIsNothingToCompare() {
        open();

        assertThat($(EmptyState.class).single().getElement().getTextRecursively())
                .contains("two annotators have handed in");
    }

    @Test
    void showsEachFigureWithWhatItRestsOnAndHowItWasComputed() {
        readers.differ();

        assertThat(open())
                .contains("Found the same0.80", "1 document, 5 marks of all annotators")
                .contains("matched one to one", "too few documents to judge")
                .contains(readers.annName + " and " + readers.benName);
    }

    @Test
    void saysTheReasonWhereThereIsNoFigure() {
        readers.differ();

        assertThat(open()).contains("Everybody always chose the same value, so chance cannot be told from agreement.");
    }

    @Test
    void leadsToTheDisagreementsBehindAFigure() {
        readers.differ();
        open();

        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(
                        "projects/%s/adjudicate?layer=entity&cause=label".formatted(readers.project),
                        "projects/%s/adjudicate?layer=claim&cause=boundary".formatted(readers.project));
    }
}
