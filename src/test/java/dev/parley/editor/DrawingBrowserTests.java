package dev.parley.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;

/** What stands in the page of a long article, and what moves in it when something is marked. */
class DrawingBrowserTests extends AtHerDesk {

    /** Longer than what the browser passes over as one. */
    private static final String LONG = "The ferry crossed the river again before noon.\n".repeat(3000);

    @Test
    void drawsWhatOneScrollsToAndNoMore() {
        ada.reads(LONG);
        ada.presses("Control+Shift+ArrowRight", "p", "Escape", "Control+End", "Control+Shift+ArrowLeft", "p");
        ada.saved();
        ada.opens();
        ada.page().locator(".sheet").evaluate("sheet => sheet.scrollTo(0, 0)");
        PlaywrightAssertions.assertThat(marks()).hasCount(1);

        ada.page().locator(".sheet").evaluate("sheet => sheet.scrollTo(0, sheet.scrollHeight)");

        PlaywrightAssertions.assertThat(marks().last()).isInViewport();
        PlaywrightAssertions.assertThat(marks()).hasCount(1);
        assertThat((Integer) ada.page().evaluate("() => document.querySelectorAll('.paragraph').length"))
                .isBetween(10, 1500);
        assertThat((String) ada.page().locator("parley-span-editor .text").evaluate("text => text.textContent"))
                .startsWith(LONG);
    }

    @Test
    void writesTheNameOfTheMarkUnderThePointerAndChangesNothingInTheText() {
        ada.reads("Otunge waited at the quay for a while.\n");
        ada.presses("Control+Shift+ArrowRight", "p", "Escape");
        ada.saved();
        Locator name = ada.page().locator(".hovered-name");
        PlaywrightAssertions.assertThat(name).not().isVisible();
        String before = ada.page().locator("parley-span-editor .text").innerHTML();

        marks().hover();

        PlaywrightAssertions.assertThat(name.locator("span")).isVisible();
        PlaywrightAssertions.assertThat(name).hasText("Person");
        BoundingBox words = marks().boundingBox();
        BoundingBox above = name.locator("span").boundingBox();
        assertThat(above.x).isCloseTo(words.x, within(2.0));
        assertThat(above.y).isBetween(words.y - 12, words.y);
        assertThat(ada.page().locator("parley-span-editor .text").innerHTML()).isEqualTo(before);
        ada.page().mouse().move(2, 2);
        PlaywrightAssertions.assertThat(name.locator("span")).not().isVisible();
    }

    @Test
    void movesNoWordsWhenAMarkGoes() {
        ada.reads("Otunge of Norland waited.\nNobody came.\n");
        double bare = height();
        ada.selects("Otunge of Norland");
        ada.presses("p");
        ada.selects("Otunge");
        ada.presses("p");
        ada.saved();
        double nested = height();
        assertThat(nested).isGreaterThan(bare);

        ada.presses("Delete");
        PlaywrightAssertions.assertThat(marks()).hasCount(1);

        assertThat(height()).isEqualTo(nested);
        ada.saved();
        ada.opens();
        assertThat(height()).isEqualTo(bare);
    }

    @Test
    void standsBracketsBesideTheirClaims() {
        ada.reads("Nobody came.\n".repeat(4) + "Otunge said the ferry waits.\nValk said the bridge holds.\n");
        ada.selects("the ferry waits");
        ada.presses("c", "Escape", "Escape", "Escape");
        ada.selects("the bridge holds");
        ada.presses("c", "Escape", "Escape", "Escape");

        Locator brackets = ada.page().locator(".bracket");
        PlaywrightAssertions.assertThat(brackets).hasCount(2);
        Locator contents = ada.page().locator(".mark.content");
        for (int claim = 0; claim < 2; claim++) {
            assertThat(brackets.nth(claim).boundingBox().y)
                    .isCloseTo(contents.nth(claim).boundingBox().y, within(4.0));
        }
    }

    private Locator marks() {
        return ada.page().locator(".mark.mention");
    }

    private double height() {
        return ada.page().locator(".paragraph").first().boundingBox().height;
    }
}
