package dev.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import dev.parley.Api;
import dev.parley.Api.Answer;
import dev.parley.ParleyTest;
import dev.parley.SharedFiles;
import dev.parley.document.extraction.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

@ParleyTest
class FilesApiTests {

    private static final String TWO_STORIES = "First 😀 story\n\na\nb\nc\nd\n\nSecond story\n\ne\nf\ng\nh\n";

    @Autowired
    MockMvc mvc;

    private Api manager;
    private String project;

    @BeforeEach
    void begin() {
        manager = Api.admin(mvc);
        project = manager.post(
                        "/api/v1/projects", Map.of("name", UUID.randomUUID().toString()))
                .text("/id");
    }

    @Test
    void aFileIsProposedThenFrozenWithOtherCuts() {
        JsonNode result = upload("", file("two.txt", TWO_STORIES)).getFirst();
        String file = result.get("fileId").asString();

        assertThat(result.get("status").asString()).isEqualTo("proposed");
        assertThat(result.get("mediaType").asString()).isEqualTo("text/plain");
        assertThat(result.get("articles")).hasSize(2);
        assertThat(result.at("/articles/1/title").asString()).isEqualTo("Second story");
        assertThat(result.get("documents")).isEmpty();

        Answer frozen = manager.post(
                "/api/v1/files/%s/articles".formatted(file), Map.of("cuts", List.of(Map.of("start", 15, "end", 22))));

        assertThat(frozen.status()).isEqualTo(200);
        Answer document = manager.get("/api/v1/documents/" + frozen.text("/documents/0"));
        assertThat(document.text("/title")).isEqualTo("a");
        assertThat(document.text("/projectId")).isEqualTo(project);
        assertThat(document.json().at("/source/start").asInt()).isEqualTo(15);
        assertThat(document.text("/source/file")).isEqualTo("two.txt");
        assertThat(manager.get("/api/v1/documents/%s/text".formatted(document.text("/id")))
                        .body())
                .isEqualTo("a\nb\nc\nd");
        assertThat(manager.post(
                                "/api/v1/files/%s/articles".formatted(file),
                                Map.of("cuts", List.of(Map.of("start", 0, "end", 5))))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatIsSaidAboutACutTakesTheProposalsPlace() {
        String file = upload("", file("e.txt", "Bridge opens\nBy Mira Sand\nMay 3, 2031\nThe bridge opened at noon."))
                .getFirst()
                .get("fileId")
                .asString();
        Map<String, Object> cut = Map.of(
                "start",
                0,
                "end",
                38,
                "title",
                "The bridge",
                "segments",
                List.of(Map.of("type", "title", "start", 0, "end", 12)));

        String wrong = manager.post(
                        "/api/v1/files/%s/articles".formatted(file),
                        Map.of("cuts", List.of(Map.of("start", 0, "end", 38, "published", "soon"))))
                .text("/detail");
        Answer frozen = manager.post("/api/v1/files/%s/articles".formatted(file), Map.of("cuts", List.of(cut)));

        assertThat(wrong).contains("soon");
        JsonNode document =
                manager.get("/api/v1/documents/" + frozen.text("/documents/0")).json();
        assertThat(document.get("title").asString()).isEqualTo("The bridge");
        assertThat(document.get("segments")).hasSize(1);
        assertThat(document.at("/published/value").asString()).isEqualTo("2031-05-03");
        assertThat(document.at("/published/basis").asString()).isEqualTo("text");
    }

    @Test
    void anImportThatNobodyWaitsForIsAJob() {
        String job = manager.perform(multipart("/api/v1/projects/%s/files?wait=false".formatted(project))
                        .file(file("one.txt", "One story.")))
                .text("/id");

        Answer done = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> manager.get("/api/v1/jobs/" + job),
                        answer -> !answer.text("/state").equals("running"));

        assertThat(done.text("/state")).isEqualTo("done");
        assertThat(done.json().get("progress").asDouble()).isEqualTo(1);
        assertThat(manager.get(done.text("/result")).text("/items/0/status")).isEqualTo("proposed");
        assertThat(manager.delete("/api/v1/jobs/" + job).status()).isEqualTo(204);
        assertThat(manager.get("/api/v1/jobs/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void acceptedProposalsAreDocumentsAtOnce() {
        JsonNode result =
                upload("?accept=proposal", file("two.txt", TWO_STORIES)).getFirst();

        assertThat(result.get("status").asString()).isEqualTo("accepted");
        assertThat(result.get("documents")).hasSize(2);
        JsonNode listed = manager.get("/api/v1/projects/%s/documents?limit=1".formatted(project))
                .json();
        assertThat(listed.at("/items/0/title").asString()).isEqualTo("First 😀 story");
        assertThat(listed.at("/items/0/length/codePoints").asInt() + 1)
                .isEqualTo(listed.at("/items/0/length/utf16").asInt());
        JsonNode rest = manager.get("/api/v1/projects/%s/documents?limit=1&cursor=%s"
                        .formatted(project, listed.get("next").asString()))
                .json();
        assertThat(rest.at("/items/0/title").asString()).isEqualTo("Second story");
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void cutsThatCannotBeAreNamed() {
        String file = upload("", file("e.txt", "Ame\u0301lie said no.\n\n\nEnd"))
                .getFirst()
                .get("fileId")
                .asString();

        assertThat(refusal(file, cut(0, 999))).contains("ends after the text");
        assertThat(refusal(file, cut(0, 3))).contains("ends inside a character");
        assertThat(refusal(file, cut(3, 8))).contains("starts inside a character");
        assertThat(refusal(file, cut(16, 18))).contains("nothing that can be seen");
        assertThat(refusal(file, cut(5, 5))).contains("empty");
        assertThat(refusal(file, cut(0, 8), cut(4, 12))).contains("overlap");
        assertThat(refusal(file)).contains("no cut");
        assertThat(manager.post("/api/v1/files/%s/articles".formatted(file), Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(manager.get("/api/v1/files/" + file).text("/state")).isEqualTo("proposed");
    }

    @Test
    void theSameFileAndTheSameTextAreRecognised() {
        JsonNode first =
                upload("?accept=proposal", file("a.txt", "One story.\n")).getFirst();

        List<JsonNode> again = upload(
                "", file("b.txt", "One story.\n"), file("c.txt", "\uFEFFOne story.\r\n"), file("d.txt", "Other"));

        assertThat(again)
                .extracting(result -> result.get("status").asString())
                .containsExactly("duplicate", "duplicate", "proposed");
        assertThat(again.get(0).get("reason").asString()).contains("same file").contains("a.txt");
        assertThat(again.get(1).get("reason").asString()).contains("same text").contains("a.txt");
        assertThat(again.get(1).get("documents")).isEqualTo(first.get("documents"));
        assertThat(again.get(1).get("fileId")).isEqualTo(first.get("fileId"));
    }

    @Test
    void anArticleThatIsADocumentAlreadyIsLinked() {
        JsonNode first = upload("?accept=proposal", file("a.txt", "a\nb\nc\nd")).getFirst();

        JsonNode second = upload("?accept=proposal", file("b.txt", "a\nb\nc\nd\n\ne\nf\ng\nh"))
                .getFirst();

        assertThat(second.get("documents")).hasSize(2);
        assertThat(second.at("/documents/0")).isEqualTo(first.at("/documents/0"));
        assertThat(manager.get("/api/v1/projects/%s/documents".formatted(project))
                        .json()
                        .get("items"))
                .hasSize(2);
    }

    @Test
    void oneBadFileDoesNotKeepTheOthersOut() throws IOException {
        List<JsonNode> results = upload(
                "?accept=proposal",
                file("good.txt", "Good."),
                new MockMultipartFile("file", "empty.txt", null, new byte[0]),
                new MockMultipartFile("file", "x.txt", null, new byte[] {'M', 'Z', 0, 1}),
                new MockMultipartFile("file", "half.pdf", null, Samples.half(Samples.pdf("one"))),
                new MockMultipartFile("file", "../../d.docx", null, Samples.docx("From Word.")));

        assertThat(results)
                .extracting(result -> result.get("name").asString())
                .containsExactly("good.txt", "empty.txt", "x.txt", "half.pdf", "d.docx");
        assertThat(results)
                .extracting(result -> result.get("status").asString())
                .containsExactly("accepted", "rejected", "rejected", "rejected", "accepted");
        assertThat(results)
                .filteredOn(result -> result.get("status").asString().equals("rejected"))
                .allMatch(result -> result.get("reason").asString().endsWith("."));
    }

    @Test
    void anArchiveGivesOneResultForEachFile() throws IOException {
        byte[] zip = Samples.zip(
                Samples.entry("a.txt", "Alpha."),
                Samples.entry("in/b.txt", "Beta."),
                Samples.entry("../c.txt", "Gamma."),
                Map.entry("d.zip", Samples.zip(Samples.entry("e.txt", "Epsilon."))),
                Samples.entry("same.txt", "Alpha."));

        List<JsonNode> results = upload("", new MockMultipartFile("file", "all.zip", null, zip));

        assertThat(results)
                .extracting(result -> result.get("name").asString() + " "
                        + result.get("status").asString())
                .containsExactly(
                        "a.txt proposed",
                        "in/b.txt proposed",
                        "../c.txt rejected",
                        "d.zip rejected",
                        "same.txt duplicate");
    }

    @Test
    void aBombLeavesNothingBehind() throws IOException {
        List<JsonNode> results = upload("", new MockMultipartFile("file", "bomb.zip", null, Samples.zipBomb(5)));

        assertThat(results).hasSize(1);
        assertThat(results.getFirst().get("reason").asString()).contains("100 times");
        assertThat(manager.get("/api/v1/projects/%s/files".formatted(project))
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void theOriginalComesBackUnderItsName() throws Exception {
        byte[] bytes = "\uFEFFAlpha.\r\n".getBytes(StandardCharsets.UTF_8);
        String file = upload("", new MockMultipartFile("file", "Örtlich \"é\" 文.txt", null, bytes))
                .getFirst()
                .get("fileId")
                .asString();

        var response = manager.get("/api/v1/files/%s/original".formatted(file)).response();

        assertThat(response.getContentAsByteArray()).isEqualTo(bytes);
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%C3%96rtlich%20%22%C3%A9%22%20%E6%96%87.txt");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void theTextIsCachedByItsHash() {
        String document = upload("?accept=proposal", file("a.txt", "“Yes”, 😀 said.\u00A0"))
                .getFirst()
                .at("/documents/0")
                .asString();

        var first = manager.get("/api/v1/documents/%s/text".formatted(document)).response();
        String etag = first.getHeader("ETag");
        Answer again = manager.perform(
                get("/api/v1/documents/%s/text".formatted(document)).header("If-None-Match", etag));

        assertThat(first.getContentAsByteArray()).isEqualTo("“Yes”, 😀 said.\u00A0".getBytes(StandardCharsets.UTF_8));
        assertThat(first.getContentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(etag)
                .isEqualTo("\"" + DocumentText.of("“Yes”, 😀 said.\u00A0").sha256() + "\"");
        assertThat(first.getHeader("Cache-Control")).contains("immutable").contains("private");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void sampleFilesBecomeFifteenArticles() throws IOException {
        List<MockMultipartFile> parts = new ArrayList<>();
        try (Stream<Path> articles = Files.list(SharedFiles.path("articles"))) {
            for (Path path : articles.sorted().toList()) {
                parts.add(new MockMultipartFile("file", path.getFileName().toString(), null, Files.readAllBytes(path)));
            }
        }

        List<JsonNode> results = upload("?accept=proposal", parts.toArray(MockMultipartFile[]::new));

        assertThat(results).extracting(result -> result.get("documents").size()).containsExactly(6, 1, 1, 1, 6);
        assertThat(results.getFirst().at("/articles/0/end").asInt()).isEqualTo(1221);
        assertThat(results)
                .allMatch(result -> result.at("/articles/0/language").asString().equals("en"));
    }

    private static MockMultipartFile file(String name, String text) {
        return new MockMultipartFile("file", name, null, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<JsonNode> upload(String query, MockMultipartFile... files) {
        MockMultipartHttpServletRequestBuilder request =
                multipart("/api/v1/projects/%s/files%s".formatted(project, query));
        for (MockMultipartFile file : files) {
            request = request.file(file);
        }
        Answer answer = manager.perform(request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<JsonNode> results = new ArrayList<>();
        answer.json().forEach(results::add);
        return results;
    }

    private static Map<String, Integer> cut(int start, int end) {
        return Map.of("start", start, "end", end);
    }

    @SafeVarargs
    private String refusal(String file, Map<String, Integer>... cuts) {
        Answer answer = manager.post("/api/v1/files/%s/articles".formatted(file), Map.of("cuts", List.of(cuts)));
        assertThat(answer.status()).isEqualTo(400);
        return answer.text("/detail");
    }
}
