package dev.parley.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.parley.Chromium;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to the network, the server, the session, the clock or the browser's storage: no mark is lost. */
class NeverLostBrowserTests extends AtHerDesk {

    private static final String ARTICLE = "Otunge left Sudland on Tuesday. Valk stayed.\n";

    @BeforeEach
    void newArticle() {
        ada.reads(ARTICLE);
    }

    @Test
    void undoesWithoutConnectionAndOverAReload() {
        marks(ada.page(), "p");
        ada.saved();
        ada.page().context().setOffline(true);
        ada.presses("Control+z");
        assertThat(marksOf(ada.page())).hasCount(0);
        assertThat(ada.page().locator(".status .note")).hasText("Undone: added Person “Otunge”");
        ada.presses("Control+Shift+z", "Control+z");
        ada.page().locator("parley-span-editor[data-sync=offline]").waitFor();
        assertThat(ada.words("mentions", "spans")).containsExactly("Otunge");

        ada.page().context().setOffline(false);
        ada.opens();

        assertThat(ada.words("mentions", "spans")).isEmpty();
        assertThat(redoButton(ada.page())).hasAttribute("aria-label", "Redo: added Person “Otunge” (Ctrl-Shift-Z)");
        ada.presses("Control+Shift+z");
        ada.saved();
        assertThat(ada.words("mentions", "spans")).containsExactly("Otunge");
    }

    @Test
    void twoTabsUndoTheSameSteps() {
        Page tab = ada.opensTab();
        marks(ada.page(), "p");
        assertThat(marksOf(tab)).hasText("Otunge");
        assertThat(undoButton(tab)).hasAttribute("aria-label", "Undo: added Person “Otunge” (Ctrl-Z)");

        tab.keyboard().press("Control+z");
        assertThat(marksOf(ada.page())).hasCount(0);
        assertThat(redoButton(ada.page())).isEnabled();
        ada.presses("Control+Shift+z");

        assertThat(marksOf(tab)).hasText("Otunge");
        tab.close();
    }

    @Test
    void refusesToTakeBackWhatAnotherDeviceChangedSince() {
        marks(ada.page(), "p");
        ada.saved();
        Page elsewhere = ada.opensElsewhere("");
        ada.page().context().setOffline(true);
        elsewhere.keyboard().press("Tab");
        elsewhere.keyboard().press("o");
        Chromium.quiet(elsewhere);

        ada.presses("Control+z");
        ada.page().context().setOffline(false);

        assertThat(ada.page().locator(".status .bad"))
                .hasText("Not saved and taken back: It was changed again since, so nothing is taken back: "
                        + "added PERSON “Otunge”.");
        assertThat(ada.page().locator(".mark.mention")).hasAttribute("aria-description", "Organisation");
        assertThat(ada.set().at("/mentions/0/label").asString()).isEqualTo("ORG");
        elsewhere.context().close();
    }

    @Test
    void twoDevicesConverge() {
        Page elsewhere = ada.opensElsewhere("");
        ada.page().context().setOffline(true);
        marks(ada.page(), "p");
        for (int i = 0; i < 2; i++) {
            elsewhere.keyboard().press("Control+ArrowRight");
        }
        marks(elsewhere, "g");
        Chromium.quiet(elsewhere);

        ada.page().context().setOffline(false);

        assertThat(marksOf(ada.page())).hasText(new String[] {"Otunge", "Sudland"});
        assertThat(marksOf(elsewhere)).hasText(new String[] {"Otunge", "Sudland"});
        elsewhere.context().close();
    }

    @Test
    void goesOnAfterTheServerWasKilled() {
        ada.kills();
        marks(ada.page(), "p");
        ada.page().locator("parley-span-editor[data-sync=offline]").waitFor();
        ada.presses("Escape", "Control+ArrowRight");
        marks(ada.page(), "g");

        ada.starts();
        // the server kept no session: the page asks her to sign in, and sends everything then
        assertThat(ada.page().locator(".status .warn")).containsText("your 2 changes are kept here");
        ada.signsInInAnotherTab();
        ada.page().bringToFront();
        ada.page().evaluate("() => window.dispatchEvent(new Event('focus'))");
        ada.saved();

        assertThat(ada.words("mentions", "spans")).containsExactly("Otunge", "Sudland");
    }

    @Test
    void sendsWhatWasMarkedWhileSignedOut() {
        ada.losesSession();
        marks(ada.page(), "p");
        assertThat(ada.page().locator(".status .warn")).containsText("You are signed out; your change is kept here.");

        ada.signsInInAnotherTab();
        ada.page().evaluate("() => window.dispatchEvent(new Event('focus'))");
        ada.saved();

        assertThat(ada.words("mentions", "spans")).containsExactly("Otunge");
    }

    @Test
    void saysWhereTheBrowserKeepsNothing() {
        Page hidden =
                ada.opensElsewhere("Object.defineProperty(window, 'indexedDB', { get() { throw new Error(); } })");
        marks(hidden, "p");
        Chromium.quiet(hidden);

        assertThat(hidden.locator(".status .saved")).containsText("This browser does not keep changes over a reload.");
        assertThat(ada.words("mentions", "spans")).containsExactly("Otunge");
        hidden.context().close();
    }

    @Test
    void goesOnWhereTheDiskIsFull() {
        Page full = ada.opensElsewhere(
                "IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); }");
        full.context().setOffline(true);
        marks(full, "p");
        full.locator("parley-span-editor[data-sync=offline]").waitFor();
        full.context().setOffline(false);
        Chromium.quiet(full);

        assertThat(full.locator(".status .saved")).containsText("This browser does not keep changes over a reload.");
        assertThat(ada.words("mentions", "spans")).containsExactly("Otunge");
        full.context().close();
    }

    @Test
    void isNotMisledByTheClock() {
        ada.page().evaluate("() => { const now = Date.now; Date.now = () => now() - 40 * 365 * 86_400_000; }");
        marks(ada.page(), "p");
        ada.page().evaluate("() => { const now = Date.now; Date.now = () => now() + 80 * 365 * 86_400_000; }");
        ada.presses("o");
        ada.saved();
        ada.presses("Control+z");
        ada.saved();

        assertThat(ada.set().at("/mentions/0/label").asString()).isEqualTo("PERSON");
    }

    /** The next word from the cursor gets a label. */
    private static void marks(Page page, String key) {
        page.keyboard().press("Control+Shift+ArrowRight");
        page.keyboard().press(key);
    }

    private static Locator marksOf(Page page) {
        return page.locator(".mark.mention");
    }

    private static Locator undoButton(Page page) {
        return page.locator(".view-actions button").first();
    }

    private static Locator redoButton(Page page) {
        return page.locator(".view-actions button").nth(1);
    }
}
