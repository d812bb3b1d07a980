package dev.parley.agreement.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.NumberField;
import dev.parley.Api;
import dev.parley.ParleyTest;
import dev.parley.account.UserService;
import dev.parley.adjudication.TwoReaders;
import dev.parley.annotation.AnnotationService;
import dev.parley.page.EmptyState;
import java.util.Map;
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
                .contains("Found the same", "0.80", "Rests on 1 document, 5 marks of all annotators")
                .contains("Same boundaries", "Same label", "Overall", "For experts")
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
                        "projects/%s/adjudicate?layer=entity&behind=found-f1".formatted(readers.project),
                        "projects/%s/adjudicate?layer=claim&behind=boundary".formatted(readers.project));
    }

    @Test
    void showsWhatWasHandedInSinceOneLookedLast() {
        assertThat(open()).doesNotContain("0.80");

        readers.differ();

        assertThat(open()).contains("0.80");
        assertThat(open()).contains("0.80");
    }

    @Test
    void setsTargetsAndSaysWhetherTheyAreMet() {
        readers.differ();
        open();

        NumberField target = $(NumberField.class).all().stream()
                .filter(field -> field.getAriaLabel().orElse("").endsWith("Found the same"))
                .findFirst()
                .orElseThrow();
        target.setValue(0.9);
        test($(Button.class).withText("Save targets").single()).click();

        assertThat(open()).contains("Not yet known: 0.90");
    }

    @Test
    void tellsAnnotatorsHowFarTheyCoincideOnceTheProjectAllowsIt() {
        readers.differ();
        String address = "/api/v1/projects/%s/agreement/me".formatted(readers.project);
        assertThat(readers.ann.get(address).status()).isEqualTo(403);

        readers.supervisor.patch(
                "/api/v1/projects/" + readers.project, Map.of("settings", Map.of("showAgreement", true)));

        Api.Answer mine = readers.ann.get(address);
        assertThat(mine.text("/layers/0/outcomes/0/measure")).isEqualTo("found-f1");
        assertThat(mine.json().at("/layers/0/outcomes/0/own").asDouble()).isEqualTo(0.8, within(1e-9));
        assertThat(mine.body()).doesNotContain(readers.benName);
    }
}
