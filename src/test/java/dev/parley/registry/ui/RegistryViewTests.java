package dev.parley.registry.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.Api;
import dev.parley.PageTest;
import dev.parley.annotation.Team;
import dev.parley.registry.Entity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

class RegistryViewTests extends PageTest {

    private static final String TEXT = "Umar Tesh spoke in Velmora. Tesh left.";

    @Autowired
    MockMvc mvc;

    private Team team;

    @BeforeEach
    void begin() {
        team = new Team(mvc, "blind");
    }

    @Test
    void saysWhatToDoWhileNothingIsRegistered() {
        openAsAdmin("");

        assertThat(text()).contains("Nothing is registered yet.");
        assertThat(button("New entity").isEnabled()).isTrue();
    }

    @Test
    void narrowsTheListToTheBeginningsOfWords() {
        made("Umar Tesh");
        made("Velmora");
        openAsAdmin("");
        assertThat(test(grid()).size()).isEqualTo(2);

        test($(TextField.class).withCaption("Search names").single()).setValue("vel");

        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(text()).contains("1 entity");
        test($(TextField.class).withCaption("Search names").single()).setValue("zz");
        assertThat(text()).contains("Nothing in the registry fits.");
    }

    @Test
    void callsTypesAsTheSchemeCallsThem() {
        String umar = made("Umar Tesh");

        openAsAdmin("/" + umar);

        assertThat(test(grid()).getCellText(0, 1)).isEqualTo("Person");
        assertThat(text()).contains("Person").doesNotContain("PERSON");
        assertThat($(ComboBox.class).withCaption("Type").all())
                .hasSize(2)
                .allSatisfy(box -> assertThat(labelOf(box, "PERSON")).isEqualTo("Person"));
    }

    @Test
    void changesWhatIsKnown() {
        String umar = made("Umar Tesh");
        openAsAdmin("/" + umar);

        test($(TextField.class).withCaption("External ids").single()).setValue("wikidata:42");
        test(button("Save")).click();
        assertThat(text()).contains("externalIds[0] is no Wikidata id");

        test($(TextField.class).withCaption("External ids").single()).setValue("wikidata:Q42 viaf:7");
        test(button("Add a name")).click();
        test($(TextField.class)
                        .withPropertyValue(TextField::getPlaceholder, "Name")
                        .single())
                .setValue("Tesh");
        test(button("Save")).click();

        assertThat(text()).contains("Saved.");
        assertThat(team.supervisor.get("/api/v1/entities/" + umar).body())
                .contains("\"Tesh\"", "wikidata:Q42", "viaf:7");
    }

    @Test
    void showsAnAnnotatorTheirOwnMentionsOnly() {
        String umar = made("Umar Tesh");
        String document = team.assigned(TEXT);
        link(team.ann, document, 0, 9, umar);
        link(team.ben, document, 28, 32, umar);

        openAsAdmin("/" + umar);
        assertThat(text()).contains("Mentions (2)", team.annName, team.benName);

        signInAs(team.annName, "%1$s-%1$s-pass".formatted(team.annName));
        open("projects/%s/registry/%s".formatted(team.project, umar));
        assertThat(text()).contains("Mentions (1)").doesNotContain(team.benName, "Merge into another");
    }

    @Test
    void mergesAfterSayingWhatThatDoesAndTakesItBack() {
        String umar = made("Umar Tesh");
        String tesh = made("Tesh");
        String document = team.assigned(TEXT);
        link(team.ann, document, 28, 32, tesh);
        openAsAdmin("/" + tesh);

        test(button("Merge into another …")).click();
        choose("Merge into", umar);
        assertThat($(MergeDialog.class).single().getElement().getTextRecursively())
                .contains("1 link will be read as “Umar Tesh”, which gains 1 name.");
        test(button("Merge")).click();

        assertThat(address()).endsWith(umar);
        assertThat(text()).contains("“Tesh” merged into “Umar Tesh”, by admin", "Mentions (1)");

        test(button("Take back")).click();

        assertThat(text()).contains("taken back by admin").doesNotContain("Mentions (1)");
        assertThat(test(grid()).size()).isEqualTo(2);
    }

    @Test
    void splitsAndAsksToLookAtTheMentionsAgain() {
        String umar = made("Umar Tesh");
        String document = team.assigned(TEXT);
        link(team.ann, document, 28, 32, umar);
        openAsAdmin("/" + umar);

        test(button("Split …")).click();
        test($(TextField.class).withCaption("Name of the new entity").single()).setValue("Ilse Tesh");
        test(button("Split")).click();

        assertThat(text()).contains("“Ilse Tesh” split off “Umar Tesh”");
        openAsAdmin("/" + umar);
        assertThat(text()).contains("to check");
        test(button("All that are left are right")).click();
        assertThat(text()).doesNotContain("to check");
    }

    @Test
    void promotesWhatAnAnnotatorRegistered() {
        String umar = team.ann
                .post("/api/v1/projects/%s/entities".formatted(team.project), Map.of("type", "PERSON", "name", "Umar"))
                .text("/id");
        openAsAdmin("/" + umar);
        assertThat(text()).contains("provisional");

        test(button("Promote")).click();

        assertThat(text()).contains("“Umar” promoted, by admin").doesNotContain("provisional,");
    }

    @SuppressWarnings("unchecked")
    private static String labelOf(ComboBox<?> box, String type) {
        return ((ComboBox<String>) box).getItemLabelGenerator().apply(type);
    }

    private void choose(String caption, String id) {
        @SuppressWarnings("unchecked")
        ComboBox<Entity> box =
                (ComboBox<Entity>) $(ComboBox.class).withCaption(caption).single();
        box.setValue(box.getDataProvider()
                .fetch(new com.vaadin.flow.data.provider.Query<>())
                .filter(entity -> entity.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    private void openAsAdmin(String rest) {
        signInAsAdmin();
        open("projects/%s/registry%s".formatted(team.project, rest));
    }

    private Button button(String words) {
        return $(Button.class).withText(words).single();
    }

    private Grid<?> grid() {
        return $(Grid.class).single();
    }

    private String made(String name) {
        return team.supervisor
                .post("/api/v1/projects/%s/entities".formatted(team.project), Map.of("type", "PERSON", "name", name))
                .text("/id");
    }

    private static void link(Api annotator, String document, int start, int end, String entity) {
        Map<String, Object> mention = Map.of(
                "id",
                "m" + start,
                "label",
                "PERSON",
                "spans",
                List.of(Map.of("start", start, "end", end)),
                "link",
                Map.of("entity", entity, "confidence", "certain"));
        Team.edit(annotator, document, Map.of("id", "e" + start, "op", "put", "kind", "mention", "value", mention));
    }
}
