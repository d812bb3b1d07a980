package dev.parley.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parley.Chromium;
import dev.parley.HttpApi;
import dev.parley.RunningParley;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Reading and marking in a real browser, with the keyboard alone. */
@TestInstance(Lifecycle.PER_CLASS)
class SpanEditorBrowserTests {

    private static final String PASSWORD = "ada-reads-rivers";
    private static final String ARTICLE = """
            Otunge said “the 😀 harbour will open” on Tuesday.
            Valk denied it.
            """;

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

    /** An article of its own for each test; the same bytes twice would be recognised. */
    @BeforeEach
    void newArticle() {
        HttpApi admin = parley.admin();
        String name = System.nanoTime() + ".txt";
        String text = ARTICLE + name + "\n";
        document = admin.upload(
                        "/api/v1/projects/" + project + "/files?accept=proposal",
                        Map.of(name, text.getBytes(StandardCharsets.UTF_8)))
                .text("/0/documents/0");
        admin.post(
                "/api/v1/projects/" + project + "/assignments",
                Map.of("documents", List.of(document), "annotators", List.of("ada"), "perDocument", 1));
        openEditor();
        press("Control+Home");
    }

    @Test
    void marksPersonAndClaimByKeyboard() {
        press("Control+Shift+ArrowRight", "p", "Escape");
        select("“the 😀 harbour will open”");
        press("c");
        select("said");
        press("u", "1", "p");
        Chromium.quiet(page);

        assertThat(words("mentions", "spans")).containsExactly("Otunge");
        assertThat(words("claims", "content")).containsExactly("“the 😀 harbour will open”");
        assertThat(words("claims", "cue")).containsExactly("said");
        assertThat(set().at("/claims/0/source/0/mention").asString())
                .isEqualTo(set().at("/mentions/0/id").asString());
        assertThat(set().at("/claims/0/attributes/act").asString()).isEqualTo("promise");
        assertThat(set().at("/claims/0/attributes/form").asString()).isEqualTo("direct");
    }

    @Test
    void undoesAndRedoesAfterAReload() {
        press("Control+Shift+ArrowRight", "p");
        Chromium.quiet(page);
        openEditor();

        press("Control+z");
        page.locator(".mark.mention").waitFor(gone());
        assertThat(words("mentions", "spans")).isEmpty();

        press("Control+Shift+z");
        page.locator(".mark.mention").waitFor();
        assertThat(words("mentions", "spans")).containsExactly("Otunge");
    }

    @Test
    void keepsWhatIsMarkedWithoutConnection() {
        page.context().setOffline(true);
        press("Control+Shift+ArrowRight", "p");
        page.locator("parley-span-editor[data-sync=offline]").waitFor();
        page.context().setOffline(false);
        openEditor();

        assertThat(page.locator(".mark.mention").allTextContents()).containsExactly("Otunge");
        assertThat(words("mentions", "spans")).containsExactly("Otunge");
    }

    @Test
    void neverChangesTheText() {
        String before = page.locator("parley-span-editor .text").textContent();

        page.keyboard().type("xyz;");
        press("Backspace", "Enter", "Control+x");

        assertThat(page.locator("parley-span-editor .text").textContent()).isEqualTo(before);
    }

    private void openEditor() {
        page.navigate(parley.url() + "/documents/" + document);
        page.locator("parley-span-editor .text").waitFor();
        Chromium.quiet(page);
        page.locator("parley-span-editor .text").focus();
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Goes to the words from the beginning of the text and selects them, character by character. */
    private void select(String words) {
        press("Control+Home");
        ARTICLE.substring(0, ARTICLE.indexOf(words)).codePoints().forEach(_ -> press("ArrowRight"));
        words.codePoints().forEach(_ -> press("Shift+ArrowRight"));
        assertThat(selected()).isEqualTo(words);
    }

    private String selected() {
        return (String) page.evaluate("() => String(getSelection())");
    }

    private JsonNode set() {
        return ada.get("/api/v1/documents/" + document + "/sets/me").json();
    }

    /** The words of all annotations of a kind, cut out by code points as the contract says. */
    private List<String> words(String kind, String part) {
        int[] text = ada.get("/api/v1/documents/" + document + "/text")
                .text()
                .codePoints()
                .toArray();
        return StreamSupport.stream(set().path(kind).spliterator(), false)
                .flatMap(one -> StreamSupport.stream(one.path(part).spliterator(), false))
                .map(span -> new String(
                        text,
                        span.path("start").intValue(),
                        span.path("end").intValue() - span.path("start").intValue()))
                .toList();
    }

    private static WaitForOptions gone() {
        return new WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }
}
