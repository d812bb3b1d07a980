package dev.parley.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.Chromium;
import dev.parley.HttpApi;
import dev.parley.RunningParley;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Reading a text in a real browser: long ones, odd ones, in either direction, with marks of every kind. */
@TestInstance(Lifecycle.PER_CLASS)
class ReadingBrowserTests {

    private static final String PASSWORD = "ada-reads-rivers";

    private RunningParley parley;
    private Chromium chromium;
    private HttpApi ada;
    private Page page;
    private String project;
    private String document;

    @BeforeAll
    void open(@TempDir Path folder) {
        chromium = Chromium.start();
        parley = RunningParley.start(folder);
        HttpApi admin = parley.admin();
        admin.post("/api/v1/users", Map.of("name", "ada", "displayName", "Ada", "password", PASSWORD, "admin", false));
        project = admin.post("/api/v1/projects", Map.of("name", "Rivers", "scheme", "envoys"))
                .text("/id");
        admin.put("/api/v1/projects/" + project + "/members/ada", Map.of("roles", List.of("annotator")));
        ada = parley.as("ada", PASSWORD);
        page = chromium.signIn(parley.url(), "ada", PASSWORD);
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (parley != null) {
            parley.close();
        }
    }

    @AfterEach
    void forgetHowAdaReads() {
        page.evaluate("() => localStorage.clear()");
    }

    @Test
    void findsWordsWhateverTheApostropheAndCase() {
        show("Otunge’s plan met otunge's doubts.\nOTUNGE's caf\u00e9 stayed open.\n");

        press("Control+f");
        page.keyboard().type("otunge's");

        assertThat(page.locator(".find .count")).hasText("1 of 3");
        press("Enter", "Enter");
        assertThat(page.locator(".find .count")).hasText("3 of 3");
        assertThat(page.evaluate("() => CSS.highlights.get('parley-hits').size"))
                .isEqualTo(3);
        page.getByRole(AriaRole.SEARCHBOX).fill("cafe");
        assertThat(page.locator(".find .count")).hasText("1 of 1");
        press("Escape");
        assertThat(page.evaluate("() => String(getSelection())")).isEqualTo("caf\u00e9");
        assertThat(page.evaluate("() => CSS.highlights.has('parley-hits')")).isEqualTo(false);
    }

    @Test
    void opensWhereItWasLeft() {
        show(numbered(400));
        page.locator(".sheet").evaluate("sheet => sheet.scrollTo(0, sheet.scrollHeight / 2)");
        page.waitForFunction("() => localStorage.getItem('parley-editor-places')?.includes('" + document + "')");
        String before = topLine();

        reopen();

        assertThat(before).isNotEqualTo("Line 1 of the long river report.");
        page.waitForFunction("() => document.querySelector('.sheet').scrollTop > 0");
        assertThat(Math.abs(numberIn(topLine()) - numberIn(before))).isLessThanOrEqualTo(3);
    }

    @Test
    void laysOutFewOfManyShortLines() {
        show("a\n".repeat(20_000));

        assertThat((Integer) page.evaluate("() => document.querySelectorAll('.paragraph').length"))
                .isBetween(20, 2000);
        assertThat((Integer)
                        page.evaluate("() => document.querySelector('parley-span-editor .text').textContent.length"))
                .isGreaterThanOrEqualTo(39_999);
        press("Control+End", "Shift+ArrowLeft", "Shift+ArrowLeft", "p");
        Chromium.quiet(page);
        assertThat(set().at("/mentions/0/spans/0/end").intValue()).isGreaterThan(39_000);
    }

    @Test
    void cutsOneVeryLongLine() {
        show("one long line of words without an end, ".repeat(10_000) + "and its end");

        press("Control+End", "ArrowLeft", "p");
        Chromium.quiet(page);

        assertThat(set().at("/mentions/0/spans/0/start").intValue()).isGreaterThan(390_000);
        assertThat((Integer) page.evaluate("() => document.querySelectorAll('.paragraph').length"))
                .isLessThan(20);
    }

    @Test
    void runsEachParagraphItsWayAndMarksInLogicalOrder() {
        show("قالت المبعوثة إن الميناء سيفتح.\nThe statement was repeated: السلام.\n");

        Locator paragraphs = page.locator(".paragraph");
        assertThat(paragraphs.nth(0)).hasAttribute("dir", "rtl");
        assertThat(paragraphs.nth(1)).hasAttribute("dir", "ltr");
        press("Control+Home");
        "قالت".chars().forEach(_ -> press("Shift+ArrowLeft"));
        press("p");
        Chromium.quiet(page);
        assertThat(page.locator(".mark.mention")).hasText("قالت");
        assertThat(set().at("/mentions/0/spans/0").toString()).isEqualTo("{\"start\":0,\"end\":4}");
    }

    @Test
    void showsWhatNobodySeesAndKeepsItFromTurningTheText() {
        show("zero\u200bwidth and \u202eturned\u202c words\n");

        assertThat(page.locator(".unseen")).hasCount(3);
        assertThat((Boolean) page.evaluate("""
                () => {
                  const text = document.evaluate(".//text()[contains(., 'turned')]", document.querySelector('parley-span-editor .text')).iterateNext();
                  const at = text.data.indexOf('turned');
                  const box = index => {
                    const range = document.createRange();
                    range.setStart(text, at + index);
                    range.setEnd(text, at + index + 1);
                    return range.getBoundingClientRect().left;
                  };
                  return box(0) < box(5);
                }
                """)).isTrue();
    }

    @Test
    void copiesTheWordsAndNothingElse() {
        show("Otunge met Valk.\n");
        mark("PERSON", 0, 6);
        reopen();
        page.keyboard().press("#");

        press("Control+a");
        Object copied = page.evaluate("""
                () => {
                  const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
                  document.querySelector('parley-span-editor .text').dispatchEvent(event);
                  return event.clipboardData.getData('text/plain');
                }
                """);

        assertThat((String) copied).startsWith("Otunge met Valk.").doesNotContain("Person");
    }

    @Test
    void remembersTextSizeAndLineLength() {
        show("Otunge met Valk.\n");
        page.getByRole(AriaRole.BUTTON, named("Text size and line length")).click();
        page.getByRole(AriaRole.BUTTON, named("Text size: more")).click();
        page.getByRole(AriaRole.BUTTON, named("Line length: less")).click();

        reopen();

        assertThat(page.locator("parley-span-editor .text")).hasCSS("font-size", "19px");
        assertThat((Number) page.locator("parley-span-editor .frame")
                        .evaluate("frame => frame.getBoundingClientRect().width"))
                .isEqualTo(32 * 19);
    }

    @Test
    void showsTwoHundredMarksOnTheSameWords() {
        String text = "w ".repeat(200) + "end of it\n";
        show(text);
        for (int index = 0; index < 200; index++) {
            mark(index % 2 == 0 ? "PERSON" : "ORG", 2 * index, text.length() - 1);
        }
        reopen();

        assertThat(page.locator(".mark.mention")).hasCount(200);
        assertThat((Number) page.locator(".paragraph").first().evaluate("one => one.getBoundingClientRect().height"))
                .satisfies(height -> assertThat(height.doubleValue()).isLessThan(1200));
        press("Control+Home", "Enter");
        assertThat(page.locator(".mark[data-lit=focus]")).hasCount(1);
    }

    @Test
    void tellsScreenReadersWhatIsMarkedAndWhatHappens() {
        show("Otunge met Valk.\n");
        press("Control+Home", "Control+Shift+ArrowRight", "p");
        Chromium.quiet(page);

        assertThat(page.locator(".parley-read-aloud")).containsText("Person marked: Otunge");
        assertThat(page.locator("[role=mark]")).hasText("Otunge");
        assertThat(page.locator("[role=mark]")).hasAttribute("aria-description", "Person");
    }

    @Test
    void givesAxeNothingToFind() {
        show("Otunge met Valk.\nLeave a comment\n" + numbered(60));
        mark("PERSON", 0, 6);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            reopen();
            press("#", "Tab", "Control+f");
            page.keyboard().type("river");

            assertThat(new AxeBuilder(page)
                            .include("parley-span-editor")
                            .analyze()
                            .getViolations())
                    .extracting(Rule::getId)
                    .isEmpty();
        }
    }

    /** Opens an article of its own; the same bytes twice would be recognised. */
    private void show(String text) {
        HttpApi admin = parley.admin();
        String name = UUID.randomUUID() + ".txt";
        document = admin.upload(
                        "/api/v1/projects/" + project + "/files?accept=proposal",
                        Map.of(name, (text + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8)))
                .text("/0/documents/0");
        admin.post(
                "/api/v1/projects/" + project + "/assignments",
                Map.of("documents", List.of(document), "annotators", List.of("ada"), "perDocument", 1));
        reopen();
    }

    private void reopen() {
        page.navigate(parley.url() + "/documents/" + document);
        page.locator("parley-span-editor .text").waitFor();
        Chromium.quiet(page);
        page.locator("parley-span-editor .text").focus();
    }

    private void mark(String label, int start, int end) {
        Map<String, Object> value = Map.of(
                "id",
                UUID.randomUUID().toString(),
                "label",
                label,
                "spans",
                List.of(Map.of("start", start, "end", end)),
                "attributes",
                Map.of());
        ada.post(
                "/api/v1/documents/" + document + "/sets/me/edits",
                Map.of(
                        "edits",
                        List.of(Map.of(
                                "id", UUID.randomUUID().toString(), "op", "put", "kind", "mention", "value", value))));
    }

    private JsonNode set() {
        return ada.get("/api/v1/documents/" + document + "/sets/me").json();
    }

    /**
     * The line near the top of the window, once it stays: while sections are drawn their heights settle. One node of text
     * may hold a line or, while its section is not drawn, many.
     */
    private String topLine() {
        return (String) page.waitForFunction("""
                () => {
                  const sheet = document.querySelector('.sheet').getBoundingClientRect();
                  const text = document.querySelector('parley-span-editor .text').getBoundingClientRect();
                  const caret = document.caretPositionFromPoint(text.left + 20, sheet.top + 60);
                  const words = caret?.offsetNode.textContent ?? '';
                  const end = words.indexOf('\\n', caret?.offset);
                  const start = words.lastIndexOf('\\n', (caret?.offset ?? 0) - 1) + 1;
                  const line = words.slice(start, end < 0 ? undefined : end).trim();
                  window.steady = line !== '' && line === window.seen ? window.steady + 1 : 0;
                  window.seen = line;
                  return window.steady > 30 ? line : null;
                }
                """).jsonValue();
    }

    private static int numberIn(String line) {
        return Integer.parseInt(line.replaceAll("\\D", ""));
    }

    private static String numbered(int lines) {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= lines; line++) {
            text.append("Line ").append(line).append(" of the long river report.\n");
        }
        return text.toString();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }
}
