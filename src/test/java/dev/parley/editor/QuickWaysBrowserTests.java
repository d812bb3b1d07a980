package dev.parley.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How many keys the usual work takes, counted in a real browser by its own events, without a pointer. The cursor stands
 * where somebody is reading; keys that are held while another is pressed do not count.
 */
class QuickWaysBrowserTests extends AtHerDesk {

    private static final String ARTICLE = """
            The envoy Mirela Otunge said on Tuesday that the 😀 harbour will open. Later she left for Sudland’s coast.
            Sudland’s ministry waited, and Mirela Otunge promised “a quay of stone for every boat” there.
            """;

    @BeforeAll
    void meetPeople() {
        ada.knows("PERSON", "Mirela Otunge");
        ada.knows("GPE", "Sudland");
    }

    @BeforeEach
    void newArticle() {
        ada.reads(ARTICLE);
    }

    @Test
    void anEntityTakesTwoInputs() {
        ada.counts();
        ada.presses(",", "p");

        assertThat(ada.inputs()).isEqualTo(2);
        ada.saved();
        assertThat(ada.words("mentions", "spans")).containsExactly("Mirela Otunge");
    }

    @Test
    void anEntityWithItsLinkTakesTwoInputs() {
        ada.counts();
        ada.presses(",", "1");

        assertThat(ada.inputs()).isEqualTo(2);
        ada.saved();
        assertThat(ada.words("mentions", "spans")).containsExactly("Mirela Otunge");
        assertThat(links()).containsExactly("Mirela Otunge");
    }

    @Test
    void aClaimWithActAndLinkedSpeakerTakesThreeInputsFromTheCursor() {
        ada.presses(",", "1", "Escape");
        ada.goesInto("harbour");
        ada.counts();
        ada.presses("c", "1", "Enter");

        assertThat(ada.inputs()).isEqualTo(3);
        ada.saved();
        assertThat(ada.words("claims", "content")).containsExactly("the 😀 harbour will open");
        assertThat(ada.words("claims", "cue")).containsExactly("said");
        assertThat(ada.set().at("/claims/0/attributes/act").asString()).isEqualTo("assert");
        assertThat(ada.set().at("/claims/0/source/0/mention").asString())
                .isEqualTo(ada.set().at("/mentions/0/id").asString());
    }

    @Test
    void aClaimTakesFourInputsWhereNothingIsMarkedYet() {
        ada.goesInto("quay");
        ada.counts();
        ada.presses("c", "1", "Enter", "1");

        assertThat(ada.inputs()).isEqualTo(4);
        ada.saved();
        assertThat(ada.words("claims", "content")).containsExactly("“a quay of stone for every boat”");
        assertThat(ada.words("claims", "cue")).containsExactly("promised");
        assertThat(ada.set().at("/claims/0/attributes/act").asString()).isEqualTo("promise");
        assertThat(ada.set().at("/claims/0/attributes/form").asString()).isEqualTo("direct");
        assertThat(ada.words("mentions", "spans")).containsExactly("Mirela Otunge");
        assertThat(links()).containsExactly("Mirela Otunge");
    }

    @Test
    void aClaimWithSelectedContentAndASpeakerStillToBeLinkedTakesFive() {
        ada.selects("Mirela Otunge");
        ada.presses("p", "Escape", "Escape");
        ada.goesInto("that the");
        ada.counts();
        ada.presses("Alt+Shift+ArrowDown", "c", "1", "p", "1");

        assertThat(ada.inputs()).isEqualTo(5);
        ada.saved();
        assertThat(ada.set().at("/claims/0/attributes/act").asString()).isEqualTo("promise");
        assertThat(ada.words("claims", "cue")).containsExactly("said");
        assertThat(links()).containsExactly("Mirela Otunge");
    }

    @Test
    void aSelectedPronounTakesOneInputToBeMarkedAndLinked() {
        ada.presses(",", "1");
        ada.selects("she");
        ada.counts();
        ada.presses("1");

        assertThat(ada.inputs()).isEqualTo(1);
        ada.saved();
        assertThat(ada.words("mentions", "spans")).containsExactly("Mirela Otunge", "she");
        assertThat(links()).containsExactly("Mirela Otunge", "Mirela Otunge");
        assertThat(ada.set().at("/mentions/1/attributes/level").asString()).isEqualTo("PRO");
    }

    @Test
    void marksTheSameEverywhereAndTakesItBackAsOne() {
        ada.presses(",", "1", "*");
        PlaywrightAssertions.assertThat(ada.page().locator(".places li")).hasCount(1);
        ada.presses("Enter");
        ada.saved();
        assertThat(links()).containsExactly("Mirela Otunge", "Mirela Otunge");

        ada.presses("Control+z");
        PlaywrightAssertions.assertThat(ada.page().locator(".status .note")).containsText("Undone");
        ada.saved();
        assertThat(ada.words("mentions", "spans")).containsExactly("Mirela Otunge");
    }

    @Test
    void findsAnyActionByTyping() {
        ada.presses(",", "p", "Escape");
        ada.presses("Control+k");
        ada.page().keyboard().type("end one word later");
        ada.presses("Enter");
        ada.saved();

        assertThat(ada.words("mentions", "spans")).containsExactly("Mirela Otunge said");
    }

    @Test
    void addsSomebodyNewToTheRegistry() {
        ada.selects("Tuesday");
        ada.presses("e", "=");
        Locator field = ada.page().locator(".chooser input");
        PlaywrightAssertions.assertThat(field).isFocused();
        ada.page().keyboard().type("The Tuesday of " + System.nanoTime());
        ada.presses("Enter");
        PlaywrightAssertions.assertThat(ada.page().locator(".part.link .chip")).containsText("The Tuesday of");
        ada.saved();

        assertThat(ada.set().at("/mentions/0/link/entity").isString()).isTrue();
    }

    @Test
    void keysCanBeChangedAndStayChanged() {
        ada.presses("?");
        ada.page()
                .locator(".key-help button", new Page.LocatorOptions().setHasText(","))
                .first()
                .press("Enter");
        ada.presses("p");
        PlaywrightAssertions.assertThat(ada.page().locator(".key-help [role=alert]"))
                .containsText("belongs to “Person”");
        ada.presses("F2", "Escape");
        ada.opens();
        ada.presses("Control+Home", "F2");

        assertThat(ada.selected()).isEqualTo("Mirela Otunge");
        ada.takesTheUsualKeys();
    }

    @Test
    void movesABorderByDraggingItsHandle() {
        ada.presses(",", "p");
        ada.saved();
        Locator handle = ada.page().locator(".handle.end");
        handle.hover();
        ada.page().mouse().down();
        double[] target = placeOf("Tuesday");
        ada.page().mouse().move(target[0], target[1]);
        ada.page().mouse().up();
        ada.saved();

        assertThat(ada.words("mentions", "spans")).containsExactly("Mirela Otunge said on Tuesday");
    }

    /** Names of the entities that mentions are tied to, in the order of the text. */
    private List<String> links() {
        return StreamSupport.stream(ada.set().path("mentions").spliterator(), false)
                .filter(mention -> mention.path("link").isObject())
                .map(mention -> ada.nameOf(mention.at("/link/entity").asString()))
                .toList();
    }

    /** The middle of some words on the screen. */
    private double[] placeOf(String words) {
        List<?> place = (List<?>) ada.page().evaluate("""
                words => {
                  const walker = document.createTreeWalker(document.querySelector('parley-span-editor .text'), NodeFilter.SHOW_TEXT);
                  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    const at = node.data.indexOf(words);
                    if (at < 0) continue;
                    const range = new Range();
                    range.setStart(node, at);
                    range.setEnd(node, at + words.length);
                    const box = range.getBoundingClientRect();
                    return [box.left + box.width * 0.7, box.top + box.height / 2];
                  }
                }""", words);
        return place.stream().mapToDouble(one -> ((Number) one).doubleValue()).toArray();
    }
}
