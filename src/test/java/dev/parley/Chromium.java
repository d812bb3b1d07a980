package dev.parley;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system's Chromium, with one window per person. */
public final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Everything a person at the browser would call quiet: no request under way and nothing left to render. */
    private static final String QUIET = "() => Object.values(window.Vaadin?.Flow?.clients ?? {a: 1})"
            + ".every(client => client.isActive && !client.isActive())"
            + " && [...document.querySelectorAll('parley-span-editor')].every(editor => editor.dataset.sync === 'idle')"
            + " && [...document.querySelectorAll('parley-decision-desk')]"
            + ".every(desk => ['ready', 'done'].includes(desk.dataset.state))";

    /** How long a page may take on a machine that does other things as well; nobody waits that long for a pass. */
    private static final double PATIENCE_MS = 60_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    private final Playwright playwright;
    private final Browser browser;
    /** What the pages complained about: script errors and breaches of the Content-Security-Policy. */
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser; the calling test is skipped where there is none. */
    public static Chromium start() {
        Path path = Stream.of(
                        System.getenv("PARLEY_CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(name -> name != null && Files.isExecutable(Path.of(name)))
                .map(Path::of)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(path != null, "needs Chromium; set PARLEY_CHROMIUM to its path");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(path).setArgs(FLAGS));
        return new Chromium(playwright, browser);
    }

    /** A window of its own, signed in. */
    public Page signIn(String url, String name, String password) {
        Page page = window(1440, 900, ColorScheme.LIGHT);
        signIn(page, url, name, password);
        return page;
    }

    /** Signs in in a window that is there. */
    public void signIn(Page page, String url, String name, String password) {
        page.navigate(url + "/login");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.locator("input[type=password]").fill(password);
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/login"));
        quiet(page);
    }

    public Page window(int width, int height, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setAcceptDownloads(true));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        context.setDefaultTimeout(PATIENCE_MS);
        return context.newPage();
    }

    /** Presses a button by what is written on it, and waits until the page has answered. */
    public static void press(Page page, String caption) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(caption).setExact(true))
                .click();
        quiet(page);
    }

    /** Follows a link by its words, and waits until the page it leads to has answered. */
    public static void follow(Page page, String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
        quiet(page);
    }

    /** Waits until the page has answered everything that was done to it. */
    public static void quiet(Page page) {
        page.waitForFunction(QUIET);
    }

    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
