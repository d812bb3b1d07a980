package dev.parley;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.Chromium.follow;
import static dev.parley.Chromium.press;
import static dev.parley.Chromium.quiet;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way in Chromium with three people: from a drop of files to a download, by mouse and by keyboard. */
class WholeWayBrowserTests {

    private static final String NOTE = "Minister Ada Brandt said on Monday that the harbour will reopen in May.";

    /** Two stories without a line between their paragraphs, parted by one empty line. */
    private static final String DIGEST = """
            Ferry fares fall in Velmora
            The ferry company lowers its fares from Tuesday on.
            It does so for the first time in nine years.
            Passengers had asked for it since the spring.

            The lighthouse gets a new lamp
            The lamp was made in Osterby and weighs two tons.
            It will be lit for the first time on Friday.
            The keeper said that he would miss the old one.
            """;

    @Test
    void leadsThreePeopleFromFilesToTrainingData(@TempDir Path folder) throws IOException {
        try (RunningParley parley = RunningParley.start(folder);
                Chromium chromium = Chromium.start()) {
            people(parley.admin());
            Page supervisor = chromium.signIn(parley.url(), "admin", "first-password");

            makeProject(supervisor);
            addAnnotators(supervisor);
            uploadAndCut(supervisor);
            follow(supervisor, "Assignments");
            press(supervisor, "Assign documents");

            Page ann = chromium.signIn(parley.url(), "ann", "ann-ann-pass");
            Page ben = chromium.signIn(parley.url(), "ben", "ben-ben-pass");
            readNote(ann, "the harbour will reopen in May");
            readNote(ben, "the harbour will reopen");

            follow(supervisor, "Agreement");
            assertThat(supervisor.locator("main")).containsText("Claim");
            settle(supervisor);
            JsonNode gold = download(supervisor);

            assertThat(gold.at("/status").asString()).isEqualTo("adjudicated");
            assertThat(gold.at("/mentions/0/spans/0/text").asString()).isEqualTo("Ada Brandt");
            assertThat(gold.at("/claims/0/content/0/text").asString()).isEqualTo("the harbour will reopen in May");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void people(HttpApi admin) {
        for (String name : List.of("ann", "ben")) {
            admin.post("/api/v1/users", Map.of("name", name, "password", name + "-" + name + "-pass"));
        }
    }

    private static void makeProject(Page supervisor) {
        press(supervisor, "New project");
        supervisor
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill("Harbour news");
        press(supervisor, "Make project");
        supervisor.waitForURL("**/projects/*");
        quiet(supervisor);
    }

    private static void addAnnotators(Page supervisor) {
        follow(supervisor, "Members and settings");
        for (String name : List.of("ann", "ben")) {
            supervisor.getByLabel("Sign-in name").fill(name);
            press(supervisor, "Add as annotator");
        }
    }

    /** Both files in one drop; the second story is given to the first and taken back; then both are fixed. */
    private static void uploadAndCut(Page supervisor) {
        follow(supervisor, "Documents");
        supervisor
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload[] {text("digest.txt", DIGEST), text("note.txt", NOTE)});
        assertThat(supervisor.getByText("2 files: 2 read, their cuts to be confirmed."))
                .isVisible();
        assertThat(button(supervisor, "Confirm all 3 articles")).isVisible();
        supervisor
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Check the cuts of digest.txt"))
                .first()
                .click();
        quiet(supervisor);
        supervisor.getByLabel("Article 2, The lighthouse gets a new lamp").focus();
        supervisor.keyboard().press("Delete");
        assertThat(button(supervisor, "Confirm 1 article")).isVisible();
        press(supervisor, "Begin an article on line 6");
        press(supervisor, "Confirm 2 articles");
        press(supervisor, "Confirm 1 article of note.txt");
    }

    /** A person by mouse and one key; a claim by keys from its words on; then the article is handed in. */
    private static void readNote(Page reader, String claimed) {
        reader.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Minister Ada Brandt"))
                .first()
                .click();
        quiet(reader);
        drag(reader, "Ada Brandt");
        reader.keyboard().press("p");
        quiet(reader);
        assertThat(reader.locator("parley-span-editor")).containsText("1 mention");
        drag(reader, claimed);
        reader.keyboard().press("c");
        drag(reader, "said");
        reader.keyboard().press("u");
        reader.locator("[data-part=source] button:has-text('Ada Brandt')")
                .first()
                .click();
        reader.locator("[data-part=act] button:has-text('assert')").first().click();
        quiet(reader);
        assertThat(reader.locator("parley-span-editor")).containsText("1 claim");
        reader.reload();
        quiet(reader);
        assertThat(reader.locator("parley-span-editor")).containsText("1 mention · 1 claim");
        press(reader, "Submit article");
        // the speaker is not linked to an entity yet, so Parley asks once
        reader.locator("parley-span-editor .question button.primary").click();
        quiet(reader);
        assertThat(reader.locator("parley-span-editor")).containsText("Submitted");
    }

    /** Every disagreement with the version that goes further: they stand first or second, and say their words. */
    private static void settle(Page supervisor) {
        follow(supervisor, "Adjudicate");
        Locator longer = supervisor.locator(".version:has-text('in May')");
        assertThat(longer).isVisible();
        String key = longer.locator(".key").textContent();
        supervisor.keyboard().press(key);
        assertThat(supervisor.getByText("Nothing left to decide")).isVisible();
        supervisor.keyboard().press("u");
        assertThat(longer).isVisible();
        supervisor.keyboard().press(key);
        assertThat(supervisor.getByText("Nothing left to decide")).isVisible();
    }

    private static JsonNode download(Page supervisor) throws IOException {
        follow(supervisor, "Export");
        supervisor
                .locator("vaadin-radio-button:has-text('one object with manifest')")
                .click();
        quiet(supervisor);
        Locator link = supervisor.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName("Download").setExact(true));
        Download download = supervisor.waitForDownload(link::click);
        JsonNode export = JsonMapper.shared().readTree(Files.readAllBytes(download.path()));
        for (JsonNode document : export.get("documents")) {
            if (document.get("text").asString().equals(NOTE)) {
                return document.get("gold");
            }
        }
        throw new AssertionError("the note is not in the export");
    }

    /** Selects words with the mouse, from their first to their last character. */
    private static void drag(Page page, String words) {
        @SuppressWarnings("unchecked")
        Map<String, Number> box = (Map<String, Number>) page.evaluate("""
                words => {
                  const text = document.querySelector('parley-span-editor .text');
                  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
                  const nodes = [];
                  let all = '';
                  while (walker.nextNode()) {
                    nodes.push([walker.currentNode, all.length]);
                    all += walker.currentNode.data;
                  }
                  const point = offset => {
                    const [node, start] = nodes.findLast(([, from]) => from <= offset);
                    return [node, offset - start];
                  };
                  const letter = offset => {
                    const range = document.createRange();
                    const [node, at] = point(offset);
                    range.setStart(node, at);
                    range.setEnd(node, at + 1);
                    return range.getBoundingClientRect();
                  };
                  const at = all.indexOf(words);
                  const first = letter(at);
                  const last = letter(at + words.length - 1);
                  return {
                    x1: first.left + 1, y1: (first.top + first.bottom) / 2,
                    x2: last.right, y2: (last.top + last.bottom) / 2,
                  };
                }
                """, words);
        page.mouse().move(box.get("x1").doubleValue(), box.get("y1").doubleValue());
        page.mouse().down();
        page.mouse().move(box.get("x2").doubleValue(), box.get("y2").doubleValue());
        page.mouse().up();
    }

    private static Locator button(Page page, String caption) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(caption).setExact(true));
    }

    private static FilePayload text(String name, String content) {
        return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }
}
