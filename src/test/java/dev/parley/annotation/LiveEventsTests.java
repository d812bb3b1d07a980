package dev.parley.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.HttpApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.test.annotation.DirtiesContext;

/** Over a real connection, because what must not leak leaks in headers and streams too. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "parley.uploads=target/test-uploads/${random.uuid}",
            "parley.data=target/test-data",
            "parley.bootstrap.user=admin",
            "parley.bootstrap.password=first-password",
            // no server for pages in development: it would fetch packages and rewrite package.json
            "vaadin.productionMode=true"
        })
class LiveEventsTests {

    private static final String TEXT = "The ferry to Velmora runs again, the harbour office said.";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private final List<Stream<String>> streams = new ArrayList<>();
    private final Map<String, HttpApi> people = new HashMap<>();
    private String ann;
    private String ben;
    private String project;
    private String document;

    @AfterEach
    void hangUp() {
        streams.forEach(Stream::close);
    }

    @Test
    void tellsInOpenModeWhoElseIsHereAndWhatTheyDo() {
        begin("open");
        List<String> heardByBen = listen(ben);
        List<String> heardByAnn = listen(ann);

        await().until(() -> has(heardByBen, "event:presence") && has(heardByBen, "{\"name\":\"%s\"".formatted(ann)));
        await().until(() -> has(heardByAnn, "{\"name\":\"%s\"".formatted(ben)));
        mark(ann);
        await().until(() -> has(heardByBen, "{\"set\":\"%s\",\"sequence\":1}".formatted(ann)));

        streams.getLast().close();
        // a connection that is gone is noticed when something is sent: here what others do, else the heartbeat
        await().until(() -> {
            mark(ben);
            return last(heardByBen, "data:{\"present\"").equals("data:{\"present\":[]}");
        });
    }

    @Test
    void letsNothingOfAnotherThroughInBlindMode() throws Exception {
        begin("blind");
        List<String> heardByBen = listen(ben);
        List<String> heardByAnn = listen(ann);
        List<String> heardByAdmin = listen("admin");
        Map<String, String> before = everythingFor(ben);

        mark(ann);

        assertThat(everythingFor(ben)).isEqualTo(before);
        mark(ben);
        await().until(() -> has(heardByBen, "\"sequence\":1"));
        await().until(() -> has(heardByAdmin, ann) && has(heardByAdmin, ben));
        assertThat(heardByBen).noneMatch(line -> line.contains(ann) || line.contains("presence"));
        assertThat(heardByAnn).noneMatch(line -> line.contains(ben) || line.contains("presence"));
        assertThat(heardByAdmin).noneMatch(line -> line.contains("presence"));
    }

    @Test
    void tellsOfTheRegistryOnlyWhoMayKnow() {
        begin("blind");
        List<String> heardByBen = listen(ben);
        List<String> heardByAnn = listen(ann);

        String hers = entity(ann, "Mara Lind");
        await().until(() -> has(heardByAnn, "{\"entities\":[\"%s\"]}".formatted(hers)));
        String everybodys = entity("admin", "Mara Lindqvist");
        await().until(() -> has(heardByBen, "{\"entities\":[\"%s\"]}".formatted(everybodys)));
        person("admin").post("/api/v1/entities/%s/merge".formatted(hers), Map.of("into", everybodys));
        await().until(() -> heardByAnn.stream().anyMatch(line -> line.contains(hers) && line.contains(everybodys)));

        assertThat(heardByBen).noneMatch(line -> line.contains(hers));
    }

    private String entity(String name, String called) {
        return person(name)
                .post(
                        "/api/v1/projects/%s/entities".formatted(project),
                        Map.of("type", "PERSON", "name", called, "aliases", List.of()))
                .text("/id");
    }

    @Test
    void answersWithAPackedSetAndATextThatIsKeptByItsHash() throws Exception {
        begin("blind");
        List<Map<String, Object>> edits = new ArrayList<>();
        for (int i = 0; i < TEXT.length(); i++) {
            if (Character.isLetter(TEXT.charAt(i))) {
                edits.add(edit("m" + i, i, i + 1));
            }
        }
        person(ann).post("/api/v1/documents/%s/sets/me/edits".formatted(document), Map.of("edits", edits));

        HttpResponse<byte[]> set =
                get(ann, "/api/v1/documents/%s/sets/me".formatted(document), Map.of("Accept-Encoding", "gzip"));
        HttpResponse<byte[]> text = get(ann, "/api/v1/documents/%s/text".formatted(document), Map.of());
        String etag = text.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again =
                get(ann, "/api/v1/documents/%s/text".formatted(document), Map.of("If-None-Match", etag));

        assertThat(set.headers().firstValue("Content-Encoding")).contains("gzip");
        byte[] whole = new GZIPInputStream(new ByteArrayInputStream(set.body())).readAllBytes();
        assertThat(set.body().length * 5).isLessThan(whole.length);
        assertThat(text.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    private void begin(String mode) {
        String tail = UUID.randomUUID().toString().substring(0, 8);
        ann = "ann-" + tail;
        ben = "ben-" + tail;
        HttpApi admin = person("admin");
        project = admin.post("/api/v1/projects", Map.of("name", "Live " + tail, "settings", Map.of("mode", mode)))
                .text("/id");
        for (String name : List.of(ann, ben)) {
            admin.post("/api/v1/users", Map.of("name", name, "displayName", name, "password", password(name)));
            admin.put("/api/v1/projects/%s/members/%s".formatted(project, name), Map.of("roles", List.of("annotator")));
        }
        document = admin.upload(
                        "/api/v1/projects/%s/files?accept=proposal".formatted(project),
                        Map.of("a.txt", TEXT.getBytes()))
                .text("/0/documents/0");
        admin.post(
                "/api/v1/projects/%s/assignments".formatted(project),
                Map.of("documents", "all", "annotators", List.of(ann, ben)));
    }

    private void mark(String annotator) {
        person(annotator)
                .post(
                        "/api/v1/documents/%s/sets/me/edits".formatted(document),
                        Map.of("edits", List.of(edit("m", 13, 20))));
    }

    private static Map<String, Object> edit(String id, int start, int end) {
        return Map.of(
                "id",
                UUID.randomUUID().toString(),
                "op",
                "put",
                "kind",
                "mention",
                "value",
                Map.of("id", id, "label", "GPE", "spans", List.of(Map.of("start", start, "end", end))));
    }

    /** Bodies and headers of all that somebody may read of a document and its project, the date left out. */
    private Map<String, String> everythingFor(String name) throws Exception {
        Map<String, String> seen = new TreeMap<>();
        for (String path : List.of(
                "/api/v1/projects/" + project,
                "/api/v1/projects/%s/documents".formatted(project),
                "/api/v1/projects/%s/entities".formatted(project),
                "/api/v1/documents/" + document,
                "/api/v1/documents/%s/text".formatted(document),
                "/api/v1/documents/%s/threads".formatted(document),
                "/api/v1/documents/%s/sets/me".formatted(document),
                "/api/v1/documents/%s/sets/%s".formatted(document, name.equals(ann) ? ben : ann),
                "/api/v1/documents/%s/sets/gold".formatted(document),
                "/api/v1/me/tasks")) {
            HttpResponse<byte[]> answer = get(name, path, Map.of());
            Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
            headers.remove("date");
            seen.put(path, answer.statusCode() + " " + headers + new String(answer.body()));
        }
        return seen;
    }

    private HttpResponse<byte[]> get(String name, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url() + path)).headers(authorization(name));
        headers.forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    /** Otherwise a stop would wait half a minute for each open editor. */
    @Test
    @DirtiesContext
    void hangsUpWhenTheServiceStops() {
        begin("blind");
        CompletableFuture<Void> end = new CompletableFuture<>();
        listen(ann, () -> end.complete(null));

        context.publishEvent(new ContextClosedEvent(context));

        assertThat(end).succeedsWithin(Duration.ofSeconds(10));
    }

    private List<String> listen(String name) {
        return listen(name, () -> {});
    }

    private List<String> listen(String name, Runnable atTheEnd) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url() + "/api/v1/documents/%s/events".formatted(document)))
                .headers(authorization(name))
                .build();
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofLines())
                .join();
        assertThat(response.statusCode()).isEqualTo(200);
        streams.add(response.body());
        Thread.startVirtualThread(() -> {
            try {
                response.body().forEach(heard::add);
            } catch (java.io.UncheckedIOException | IllegalStateException e) {
                // hung up
            }
            atTheEnd.run();
        });
        await().until(() -> has(heard, ":open"));
        return heard;
    }

    private String[] authorization(String name) {
        return new String[] {"Authorization", person(name).authorization()};
    }

    private HttpApi person(String name) {
        return people.computeIfAbsent(name, signedIn -> HttpApi.signIn(url(), signedIn, password(signedIn)));
    }

    private static String password(String name) {
        return name.equals("admin") ? "first-password" : name + "-pass-word";
    }

    private String url() {
        return "http://localhost:" + port;
    }

    private static boolean has(List<String> heard, String words) {
        return heard.stream().anyMatch(line -> line.contains(words));
    }

    private static String last(List<String> heard, String prefix) {
        return heard.reversed().stream()
                .filter(line -> line.startsWith(prefix))
                .findFirst()
                .orElse("");
    }
}
