package dev.parley;

import static dev.parley.Chromium.quiet;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser's own choice of appearance counts at once, against the system's, and still after a reload. */
class AppearanceBrowserTests {

    private static final String PAPER =
            "() => [document.documentElement, document.querySelector('vaadin-app-layout, main')]"
                    + ".map(element => getComputedStyle(element).getPropertyValue('--parley-paper')"
                    + " + getComputedStyle(document.documentElement).backgroundColor).join()";

    @Test
    void keepsTheDarkThatWasChosenInTheLight(@TempDir Path folder) {
        try (RunningParley parley = RunningParley.start(folder);
                Chromium chromium = Chromium.start()) {
            Page atNight = chromium.window(1440, 900, ColorScheme.DARK);
            atNight.navigate(parley.url() + "/login");
            quiet(atNight);
            Object dark = atNight.evaluate(PAPER);
            Page page = chromium.signIn(parley.url(), "admin", "first-password");
            assertThat(page.evaluate(PAPER)).isNotEqualTo(dark);

            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("admin"))
                    .click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Appearance"))
                    .click();
            page.getByText("Dark", new Page.GetByTextOptions().setExact(true)).click();
            quiet(page);

            assertThat(page.evaluate(PAPER)).isEqualTo(dark);
            page.reload();
            quiet(page);
            assertThat(page.evaluate(PAPER)).isEqualTo(dark);
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
