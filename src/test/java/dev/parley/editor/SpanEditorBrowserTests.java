package dev.parley.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading and marking in a real browser, with the keyboard alone. */
class SpanEditorBrowserTests extends AtHerDesk {

    private static final String ARTICLE = """
            Otunge said “the 😀 harbour will open” on Tuesday.
            Valk denied it.
            """;

    @BeforeEach
    void newArticle() {
        ada.reads(ARTICLE);
    }

    @Test
    void marksPersonAndClaimByKeyboard() {
        ada.presses("Control+Shift+ArrowRight", "p", "Escape");
        ada.selects("“the 😀 harbour will open”");
        ada.presses("c");
        ada.selects("said");
        ada.presses("u", "1", "p");
        ada.saved();

        assertThat(ada.words("mentions", "spans")).containsExactly("Otunge");
        assertThat(ada.words("claims", "content")).containsExactly("“the 😀 harbour will open”");
        assertThat(ada.words("claims", "cue")).containsExactly("said");
        assertThat(ada.set().at("/claims/0/source/0/mention").asString())
                .isEqualTo(ada.set().at("/mentions/0/id").asString());
        assertThat(ada.set().at("/claims/0/attributes/act").asString()).isEqualTo("promise");
        assertThat(ada.set().at("/claims/0/attributes/form").asString()).isEqualTo("direct");
    }

    @Test
    void undoesAndRedoesAfterAReload() {
        ada.presses("Control+Shift+ArrowRight", "p");
        ada.saved();
        ada.opens();

        ada.presses("Control+z");
        ada.page().locator(".mark.mention").waitFor(gone());
        ada.saved();
        assertThat(ada.words("mentions", "spans")).isEmpty();

        ada.presses("Control+Shift+z");
        ada.page().locator(".mark.mention").waitFor();
        ada.saved();
        assertThat(ada.words("mentions", "spans")).containsExactly("Otunge");
    }

    @Test
    void keepsWhatIsMarkedWithoutConnection() {
        ada.page().context().setOffline(true);
        ada.presses("Control+Shift+ArrowRight", "p");
        ada.page().locator("parley-span-editor[data-sync=offline]").waitFor();
        ada.page().context().setOffline(false);
        ada.opens();

        assertThat(ada.page().locator(".mark.mention").allTextContents()).containsExactly("Otunge");
        assertThat(ada.words("mentions", "spans")).containsExactly("Otunge");
    }

    @Test
    void neverChangesTheText() {
        String before = ada.page().locator("parley-span-editor .text").textContent();

        ada.page().keyboard().type("xyz;");
        ada.presses("Backspace", "Enter", "Control+x");

        assertThat(ada.page().locator("parley-span-editor .text").textContent()).isEqualTo(before);
    }

    @Test
    void showsTheCorrectedTextAtOnce() {
        ada.presses("p", "Escape");
        ada.saved();

        ada.isCorrected("Otunge said", "Mirela Otunge said");

        assertThat(ada.page().locator(".status .note")).containsText("The text was corrected");
        assertThat(ada.page().locator(".mark.mention")).hasText("Otunge");
        assertThat(ada.words("mentions", "spans")).containsExactly("Otunge");
        ada.presses("Control+Home", "p");
        ada.saved();
        assertThat(ada.words("mentions", "spans")).containsExactly("Mirela", "Otunge");
    }

    @Test
    void tiesAClaimToAnotherHereAndInAnotherDocument() {
        String first = ada.document();
        String denied = ada.put("ada", "claim", claim(12, 37));
        ada.reads(ARTICLE);
        ada.selects("“the 😀 harbour will open”");
        ada.presses("c");
        ada.selects("Valk denied it");
        ada.presses("c", ">", "3", "1");

        assertThat(ada.page().locator(".mark[data-lit=tied]")).hasText("“the 😀 harbour will open”");
        assertThat(ada.page().locator(".thread path")).hasCount(1);
        ada.saved();
        assertThat(ada.set().at("/relations/0/type").asString()).isEqualTo("denies");
        String here = ada.set().at("/relations/0/from/claim").asString();
        ada.put(
                "ada",
                "relation",
                Map.of(
                        "type",
                        "same-as",
                        "from",
                        Map.of("claim", here),
                        "to",
                        Map.of("claim", denied, "document", first)));
        ada.opens();
        ada.lookAt(ada.page(), "?mark=" + here);

        ada.page().locator(".elsewhere a").click();
        ada.page().waitForURL(address -> address.contains(first));
        assertThat(ada.page().locator(".mark[aria-current]")).hasText("“the 😀 harbour will open”");
    }

    private static Map<String, Object> claim(int start, int end) {
        List<Object> nobody = List.of();
        return Map.of(
                "content",
                List.of(Map.of("start", start, "end", end)),
                "cue",
                nobody,
                "source",
                nobody,
                "addressee",
                nobody,
                "target",
                nobody,
                "via",
                nobody,
                "attributes",
                Map.of());
    }

    private static WaitForOptions gone() {
        return new WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }
}
