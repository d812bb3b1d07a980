package dev.parley;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.Chromium.follow;
import static dev.parley.Chromium.quiet;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a first visitor sees: every screen of the demo shows something, in light and dark, and no page complains about
 * a script or breaks its own Content-Security-Policy, and axe finds nothing on any. Leaves pictures in {@code target/pictures}, or where
 * {@code parley.pictures} says: {@code ./parley pictures} makes those of the README anew.
 */
class ScreensBrowserTests {

    private static final Path PICTURES = Path.of(System.getProperty("parley.pictures", "target/pictures"));

    @Test
    void showsSomethingTrueOnEveryScreen(@TempDir Path folder) {
        try (RunningParley parley = RunningParley.startDemo(folder);
                Chromium chromium = Chromium.start()) {
            Page supervisor = chromium.signIn(parley.url(), "supervisor", "parley-demo");
            follow(supervisor, "Harbour talks");
            for (String screen : List.of(
                    "Documents",
                    "Scheme",
                    "Guidelines",
                    "Registry",
                    "Assignments",
                    "Agreement",
                    "Adjudicate",
                    "Export")) {
                follow(supervisor, screen);
                assertThat(supervisor
                                .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                                .first())
                        .isVisible();
                picture(supervisor, screen.toLowerCase(java.util.Locale.ROOT));
            }

            Page annotator = chromium.signIn(parley.url(), "annotator1", "parley-demo");
            follow(annotator, "Harbour talks");
            follow(annotator, "Documents");
            follow(annotator, "Night ferry to sail again before the first ice: envoy");
            assertThat(annotator.locator("parley-span-editor .mark").first()).isVisible();
            annotator
                    .locator("parley-span-editor .mark.content:has-text('nobody has sent')")
                    .first()
                    .click();
            picture(annotator, "annotate");

            follow(supervisor, "Registry");
            supervisor
                    .getByText("Joren Task", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(supervisor.locator(".occurrences").first()).isVisible();
            picture(supervisor, "entity");
            follow(supervisor, "Documents");
            follow(supervisor, "Night ferry to sail again before the first ice: envoy");
            follow(supervisor, "Together");
            picture(supervisor, "together");

            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void picture(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            quiet(page);
            String file = scheme == ColorScheme.LIGHT ? name + ".png" : name + "-dark.png";
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)));
            // of Vaadin's own: a line that shows while the server is away, and the head over a column of ticks
            assertThat(new AxeBuilder(page)
                            .exclude("vaadin-connection-indicator")
                            .disableRules(List.of("empty-table-header"))
                            .analyze()
                            .getViolations())
                    .as("what axe finds on %s", file)
                    .extracting(Rule::getId)
                    .isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
