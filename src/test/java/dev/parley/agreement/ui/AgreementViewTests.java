package dev.parley.agreement.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.NumberField;
import dev.parley.Api;
import dev.parley.PageTest;
import dev.parley.account.UserService;
import dev.parley.adjudication.TwoReaders;
import dev.parley.annotation.AnnotationService;
import dev.parley.page.EmptyState;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

class AgreementViewTests extends PageTest {

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

    private String figures() {
        return figures("");
    }

    private String figures(String query) {
        // calls over HTTP end with nobody signed in
        signInAsAdmin();
        open("projects/%s/agreement%s".formatted(readers.project, query));
        return $(AgreementView.class).single().getElement().getTextRecursively();
    }

    @Test
    void saysWhatToDoWhileThereIsNothingToCompare() {
        figures();

        assertThat($(EmptyState.class).single().getElement().getTextRecursively())
                .contains("two annotators have handed in");
    }

    @Test
    void showsEachFigureWithWhatItRestsOnAndHowItWasComputed() {
        readers.differ();

        assertThat(figures())
                .contains("Found the same", "0.80", "Rests on 1 document, 5 marks of all annotators")
                .contains("Same boundaries", "Same label", "Overall", "For experts")
                .contains("matched one to one", "too few documents to judge")
                .contains(readers.annName + " and " + readers.benName);
    }

    @Test
    void saysTheReasonWhereThereIsNoFigure() {
        readers.differ();

        assertThat(figures())
                .contains("Everybody always chose the same value, so chance cannot be told from agreement.");
    }

    @Test
    void leadsToTheDisagreementsBehindAFigure() {
        readers.differ();
        figures();

        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(
                        "projects/%s/adjudicate?layer=entity&behind=found-f1".formatted(readers.project),
                        "projects/%s/adjudicate?layer=claim&behind=boundary".formatted(readers.project));
    }

    @Test
    void showsWhatWasHandedInSinceOneLookedLast() {
        assertThat(figures()).doesNotContain("0.80");

        readers.differ();

        assertThat(figures()).contains("0.80");
        assertThat(figures()).contains("0.80");
    }

    @Test
    void setsTargetsAndSaysWhetherTheyAreMet() {
        readers.differ();
        figures();

        NumberField target = $(NumberField.class).all().stream()
                .filter(field -> field.getAriaLabel().orElse("").endsWith("Found the same"))
                .findFirst()
                .orElseThrow();
        target.setValue(0.9);
        test($(Button.class).withText("Save targets").single()).click();

        assertThat(figures()).contains("Not yet known: 0.90");
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

    @Test
    void narrowsToWhatTheAddressAsksFor() {
        readers.differ();

        assertThat(figures()).contains("Entity", "Claim");
        figures("?layer=claim");

        assertThat($(LayerSection.class).all()).hasSize(1);
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .anyMatch(href -> href.endsWith("/agreement?layer=claim"))
                .noneMatch(href -> href.contains("layer=entity"));
    }

    @Test
    void saysWhatToDoWhereASelectionHasNothingToCompare() {
        readers.differ();

        assertThat(figures("?annotator=" + readers.annName)).contains("two annotators have handed in");
        assertThat(figures("?from=2999-01-01")).contains("two annotators have handed in");
    }

    @Test
    void showsTheFourFiguresOnTheOverview() {
        readers.differ();
        figures();

        open("projects/" + readers.project);

        assertThat(text()).contains("Found the same", "0.80", "See all figures");
    }
}
