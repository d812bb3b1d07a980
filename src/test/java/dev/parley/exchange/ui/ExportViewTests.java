package dev.parley.exchange.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import dev.parley.Api;
import dev.parley.ParleyTest;
import dev.parley.account.UserService;
import dev.parley.adjudication.TwoReaders;
import dev.parley.annotation.AnnotationService;
import dev.parley.exchange.Format;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

@ParleyTest
class ExportViewTests extends SpringBrowserlessTest {

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
        readers = new TwoReaders(Api.admin(mvc), users, annotations).differ();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private void open(String page) {
        // calls over HTTP end with nobody signed in
        SecurityContextHolder.getContext()
                .setAuthentication(passwords.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated("admin", "first-password")));
        UI.getCurrent().navigate("projects/%s/%s".formatted(readers.project, page));
    }

    private String text() {
        return $(ExportView.class).single().getElement().getTextRecursively();
    }

    @SuppressWarnings("unchecked")
    private <T> RadioButtonGroup<T> choice(String label) {
        return (RadioButtonGroup<T>) $(RadioButtonGroup.class).all().stream()
                .filter(group -> label.equals(group.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsHowTheFileBeginsAndThatNothingIsLost() {
        open("export");

        assertThat(text())
                .contains(
                        "How the file begins",
                        "Nothing is lost in this format",
                        "Nothing was exported yet",
                        "The gold set is not ready yet");
        assertThat($(Anchor.class).all())
                .anySatisfy(link -> assertThat(link.getHref()).endsWith("/export?format=bundle&sets=all&drafts=true"));
    }

    @Test
    void asksForTheSetsThatAreUsualForAFormat() {
        open("export");

        this.<Format.Purpose>choice("For").setValue(Format.Purpose.TRAINING);
        this.<Format>choice("Format").setValue(Format.SPANS);

        // nothing is settled yet, so there is no gold set to write
        assertThat(text()).contains("Nothing of the first document can be shown");
        assertThat($(Anchor.class).all())
                .anySatisfy(link -> assertThat(link.getHref()).endsWith("/export?format=spans&sets=gold"));
    }

    @Test
    void showsWhatTheSplitWouldBeAndDecidesIt() {
        open("export");
        assertThat(text()).contains("Nothing is decided yet");

        $(Button.class).withText("See what it would be").single().click();
        assertThat(text()).contains("It would be", "in 1 groups");

        $(Button.class).withText("Decide it").single().click();
        assertThat(text()).contains("Decided:");
    }

    @Test
    @SuppressWarnings("unchecked")
    void offersEveryFormatThatCanBeImported() {
        open("import");

        Select<String> format = (Select<String>) $(Select.class).all().getFirst();
        assertThat(format.getListDataView().getItems()).contains("bundle", "label-studio", "brat", "xmi");
        assertThat($(ImportView.class).single().getElement().getTextRecursively())
                .contains("whole or not at all");
    }
}
