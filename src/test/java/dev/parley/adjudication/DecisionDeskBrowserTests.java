package dev.parley.adjudication;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.Chromium.follow;
import static dev.parley.Chromium.quiet;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.parley.Chromium;
import dev.parley.RunningParley;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk in a real browser: how many inputs a decision costs, and how soon the next one is there. */
class DecisionDeskBrowserTests {

    /** Presses a key and counts the frames until another decision and its passage are on the screen. */
    private static final String FRAMES_UNTIL_NEXT = """
            (key) => new Promise((resolve) => {
              const look = () => document.querySelector('.desk-side')?.textContent;
              const before = look();
              document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
              let frames = 0;
              const frame = () => {
                frames += 1;
                const passage = document.querySelector('.desk-passage:not(.desk-passage-behind)');
                if (look() !== before && passage?.dataset.sync === 'idle') resolve(frames);
                else if (frames < 600) requestAnimationFrame(frame);
                else resolve(-1);
              };
              requestAnimationFrame(frame);
            })
            """;

    private static final String COUNT_INPUTS = """
            () => {
              window.inputs = 0;
              for (const type of ['keydown', 'pointerdown']) {
                document.addEventListener(type, () => { window.inputs += 1; }, { capture: true });
              }
            }
            """;

    private static Page desk(Chromium chromium, RunningParley parley) {
        Page supervisor = chromium.signIn(parley.url(), "supervisor", "parley-demo");
        supervisor.setViewportSize(1280, 800);
        follow(supervisor, "Harbour talks");
        follow(supervisor, "Adjudicate");
        assertThat(supervisor.locator(".version").first()).isVisible();
        supervisor.waitForFunction("() => document.querySelectorAll('.desk-passage').length === 2");
        quiet(supervisor);
        assertThat(words(supervisor)).isInViewport();
        return supervisor;
    }

    /** What the decision is about, in its passage. */
    private static Locator words(Page page) {
        return page.locator(".desk-passage:not(.desk-passage-behind) .mark").first();
    }

    private static int decided(Page page) {
        return Integer.parseInt(page.locator(".round-progress").textContent().split(" ")[0]);
    }

    private static void waitForDecided(Page page, Predicate<Integer> enough) {
        for (int i = 0; i < 600 && !enough.test(decided(page)); i++) {
            page.evaluate("() => new Promise(requestAnimationFrame)");
        }
        assertThat(decided(page)).matches(enough);
    }

    @Test
    void takesOneKeyForADecisionAndShowsTheNextInTheNextFrame(@TempDir Path folder) {
        try (RunningParley parley = RunningParley.startDemo(folder);
                Chromium chromium = Chromium.start()) {
            Page page = desk(chromium, parley);
            int before = decided(page);

            assertThat(((Number) page.evaluate(FRAMES_UNTIL_NEXT, "1")).intValue())
                    .isBetween(1, 2);
            waitForDecided(page, now -> now == before + 1);
            page.evaluate(COUNT_INPUTS);
            page.keyboard().press("0");
            waitForDecided(page, now -> now == before + 2);

            assertThat(page.evaluate("() => window.inputs")).isEqualTo(1);
            quiet(page);
            assertThat(words(page)).isInViewport();
            page.keyboard().press("u");
            waitForDecided(page, now -> now == before + 1);
            page.keyboard().press("u");
            waitForDecided(page, now -> now == before);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void takesAnOwnVersionInThreeInputs(@TempDir Path folder) {
        try (RunningParley parley = RunningParley.startDemo(folder);
                Chromium chromium = Chromium.start()) {
            Page page = desk(chromium, parley);
            page.navigate(page.url() + "?cause=boundary&layer=entity");
            quiet(page);
            assertThat(page.locator(".version").first()).isVisible();
            int before = decided(page);

            page.evaluate(COUNT_INPUTS);
            page.keyboard().press("o");
            page.keyboard().press("Shift+ArrowRight");
            Response saved = page.waitForResponse(
                    answer -> answer.url().endsWith("/decision"),
                    () -> page.keyboard().press("Enter"));
            waitForDecided(page, now -> now == before + 1);

            assertThat(saved.status()).as(saved.text()).isEqualTo(200);
            assertThat(saved.text()).contains("\"outcome\":\"own\"");
            // Shift is a key of its own to the browser
            assertThat(page.evaluate("() => window.inputs")).isEqualTo(4);
            assertThat(page.locator(".message-bad")).isHidden();
        }
    }

    @Test
    void givesADisagreementBackAndHearsTheAnswer(@TempDir Path folder) {
        try (RunningParley parley = RunningParley.startDemo(folder);
                Chromium chromium = Chromium.start()) {
            Page page = desk(chromium, parley);
            page.navigate(page.url() + "?cause=label");
            quiet(page);
            assertThat(page.locator(".version").first()).isVisible();
            page.keyboard().press("b");
            page.keyboard().type("Which of the two is it?");
            page.keyboard().press("Control+Enter");
            Locator status = page.locator("parley-decision-desk [aria-live]").first();
            assertThat(status).containsText("Sent back");

            String name = "annotator1";
            Page annotator = chromium.signIn(parley.url(), name, "parley-demo");
            follow(annotator, "Answer 1 question");
            quiet(annotator);
            assertThat(annotator.getByText("Which of the two is it?")).isVisible();
            Locator own = annotator.locator(".version:has-text('You said this') .key");
            annotator.keyboard().press(own.textContent().trim());
            assertThat(annotator.getByText("Nothing is waiting for your answer."))
                    .isVisible();

            page.navigate(page.url().replace("cause=label", "state=waiting"));
            quiet(page);
            assertThat(page.locator(".desk-question")).containsText("keeps to it");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
