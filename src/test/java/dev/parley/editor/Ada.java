package dev.parley.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parley.Chromium;
import dev.parley.HttpApi;
import dev.parley.RunningParley;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** An annotator at a browser, with one article after the other in front of her, and a count of what she does. */
final class Ada implements AutoCloseable {

    static final String NAME = "ada";
    static final String PASSWORD = "ada-reads-rivers";

    /** Keys that only change what others do are held, not pressed. */
    private static final String COUNT = """
            () => {
              window.inputs = 0;
              if (window.counting) return;
              window.counting = true;
              const count = () => window.inputs++;
              window.addEventListener('pointerdown', count, true);
              window.addEventListener('keydown', event => {
                if (!['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) count();
              }, true);
            }""";

    private final Path folder;
    private final Chromium chromium;
    private Page page;
    private RunningParley parley;
    private HttpApi api;
    private final String project;
    private String document = "";
    private String article = "";

    Ada(Path folder) {
        this(folder, "blind");
    }

    /** @param mode of the project: {@code blind} or {@code open} */
    Ada(Path folder, String mode) {
        this.folder = folder;
        chromium = Chromium.start();
        parley = RunningParley.start(folder);
        HttpApi admin = parley.admin();
        project = admin.post(
                        "/api/v1/projects",
                        Map.of("name", "Rivers", "scheme", "envoys", "settings", Map.of("mode", mode)))
                .text("/id");
        join(NAME, "Ada");
        api = parley.as(NAME, PASSWORD);
        page = chromium.signIn(parley.url(), NAME, PASSWORD);
    }

    @Override
    public void close() {
        chromium.close();
        parley.close();
    }

    /** Lets somebody else read what she does in the article before her. */
    Page isReadBy(String name, String displayName) {
        join(name, displayName);
        Page reader = chromium.signIn(parley.url(), name, PASSWORD);
        lookAt(reader, "?who=" + NAME);
        return reader;
    }

    /** Has somebody open the article before her as the rest of the address says. */
    void lookAt(Page reader, String query) {
        reader.navigate(parley.url() + "/documents/" + document + query);
        reader.locator("parley-span-editor .text").waitFor();
        Chromium.quiet(reader);
    }

    /** Somebody marks words of the article before her, by program. Returns the mark's id. */
    String isMarkedBy(String name, String label, String words) {
        int start = article.codePointCount(0, article.indexOf(words));
        Map<String, Integer> span = Map.of("start", start, "end", start + words.codePointCount(0, words.length()));
        return put(name, "mention", Map.of("label", label, "spans", List.of(span), "attributes", Map.of()));
    }

    /** Puts something into somebody's set of the article before her. Returns its id. */
    String put(String name, String kind, Map<String, Object> what) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> value = new HashMap<>(what);
        value.put("id", id);
        Map<String, Object> edit =
                Map.of("id", UUID.randomUUID().toString(), "op", "put", "kind", kind, "value", value);
        parley.as(name, PASSWORD)
                .post("/api/v1/documents/" + document + "/sets/me/edits", Map.of("edits", List.of(edit)));
        return id;
    }

    /** The article before her is given to somebody else as well. */
    void sharesWith(String name) {
        assign(List.of(NAME, name));
    }

    /** Somebody corrects the text of the article before her. */
    void isCorrected(String words, String better) {
        String corrected =
                api.get("/api/v1/documents/" + document + "/text").text().replace(words, better);
        parley.admin()
                .post("/api/v1/documents/" + document + "/revisions", Map.of("text", corrected, "reason", "misread"));
    }

    private void join(String name, String displayName) {
        HttpApi admin = parley.admin();
        admin.post(
                "/api/v1/users",
                Map.of("name", name, "displayName", displayName, "password", PASSWORD, "admin", false));
        admin.put("/api/v1/projects/" + project + "/members/" + name, Map.of("roles", List.of("annotator")));
    }

    /** Takes back every key she changed, in her account and in the browser. */
    void takesTheUsualKeys() {
        api.put("/api/v1/me/keys", Map.of());
        page.evaluate("() => localStorage.removeItem('parley-editor-keys')");
    }

    /** Puts an article of its own before her, the cursor at its beginning, in a tab that nothing earlier reaches. */
    void reads(String text) {
        Page earlier = page;
        page = earlier.context().newPage();
        earlier.close();
        HttpApi admin = parley.admin();
        // the same bytes twice would be recognised
        String name = System.nanoTime() + ".txt";
        article = text;
        document = admin.upload(
                        "/api/v1/projects/" + project + "/files?accept=proposal",
                        Map.of(name, (text + name + "\n").getBytes(StandardCharsets.UTF_8)))
                .text("/0/documents/0");
        assign(List.of(NAME));
        opens();
        presses("Control+Home");
    }

    private void assign(List<String> annotators) {
        parley.admin()
                .post(
                        "/api/v1/projects/" + project + "/assignments",
                        Map.of(
                                "documents",
                                List.of(document),
                                "annotators",
                                annotators,
                                "perDocument",
                                annotators.size()));
    }

    String document() {
        return document;
    }

    /** The same article at another device, or in a browser that is prepared in some way. */
    Page opensElsewhere(String preparation) {
        Page other = chromium.signIn(parley.url(), NAME, PASSWORD);
        other.addInitScript(preparation);
        opensIn(other);
        return other;
    }

    /** The same article in another tab of her browser. */
    Page opensTab() {
        Page tab = page.context().newPage();
        opensIn(tab);
        return tab;
    }

    private void opensIn(Page other) {
        other.navigate(parley.url() + "/documents/" + document);
        other.locator("parley-span-editor .text").waitFor();
        Chromium.quiet(other);
        other.locator("parley-span-editor .text").focus();
        other.keyboard().press("Control+Home");
    }

    /** Kills the server as a power cut does; {@link #starts} brings it back at the same address. */
    void kills() {
        parley.kill();
    }

    void starts() {
        parley = RunningParley.restart(folder, parley.url());
        api = parley.as(NAME, PASSWORD);
    }

    /** Ends her session behind the back of her pages, and signs in anew in a tab of its own. */
    void losesSession() {
        page.context().clearCookies();
    }

    void signsInInAnotherTab() {
        Page tab = page.context().newPage();
        chromium.signIn(tab, parley.url(), NAME, PASSWORD);
        tab.close();
    }

    /** Opens the article, as after a reload; the keyboard is the text's at once. */
    void opens() {
        page.navigate(parley.url() + "/documents/" + document);
        page.locator("parley-span-editor .text").waitFor();
        Chromium.quiet(page);
    }

    /** Somebody or something the project knows. */
    void knows(String type, String name) {
        parley.admin()
                .post(
                        "/api/v1/projects/" + project + "/entities",
                        Map.of("type", type, "name", name, "aliases", List.of()));
    }

    void presses(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Goes on from the beginning of the text to a place inside some words, by arrow keys. */
    void goesInto(String words) {
        presses("Control+Home");
        article.substring(0, article.indexOf(words) + 1).codePoints().forEach(_ -> presses("ArrowRight"));
    }

    /** Goes to the words from the beginning of the text and selects them, character by character. */
    void selects(String words) {
        presses("Control+Home");
        article.substring(0, article.indexOf(words)).codePoints().forEach(_ -> presses("ArrowRight"));
        words.codePoints().forEach(_ -> presses("Shift+ArrowRight"));
        assertThat(selected()).isEqualTo(words);
    }

    String selected() {
        return (String) page.evaluate("() => String(getSelection())");
    }

    /** Counts from now on what she presses, with keys and with the pointer. */
    void counts() {
        page.evaluate(COUNT);
    }

    int inputs() {
        return ((Number) page.evaluate("() => window.inputs")).intValue();
    }

    Page page() {
        return page;
    }

    /** What the registry calls an entity. */
    String nameOf(String entity) {
        return api.get("/api/v1/entities/" + entity).text("/name");
    }

    /** Waits until the server has everything. */
    void saved() {
        Chromium.quiet(page);
    }

    JsonNode set() {
        return api.get("/api/v1/documents/" + document + "/sets/me").json();
    }

    /** The words of all annotations of a kind, cut out by code points as the contract says. */
    List<String> words(String kind, String part) {
        int[] text = api.get("/api/v1/documents/" + document + "/text")
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
}
