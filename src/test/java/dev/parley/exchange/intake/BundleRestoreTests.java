package dev.parley.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.ParleyApplication;
import dev.parley.ParleyTest;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.ExportService;
import dev.parley.exchange.Format;
import dev.parley.exchange.Loss;
import dev.parley.exchange.Selection;
import dev.parley.exchange.foreign.ForeignFile;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bundle makes an equal project: on another machine byte by byte, beside the first one but for ids that are taken. */
@ParleyTest
class BundleRestoreTests {

    private static final ExportOptions EVERYTHING = new ExportOptions(new Selection.All(), true, false);
    private static final JsonMapper MAPPER = new JsonMapper();

    private static ConfigurableApplicationContext elsewhere;

    @Autowired
    MockMvc mvc;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        elsewhere = new SpringApplicationBuilder(ParleyApplication.class)
                .run(
                        "--server.port=0",
                        "--parley.data=" + folder,
                        "--parley.uploads=" + folder.resolve("uploads"),
                        "--parley.bootstrap.user=admin",
                        "--parley.bootstrap.password=first-password");
    }

    @AfterAll
    static void end() {
        elsewhere.close();
    }

    private record Restored(ImportReport report, Map<String, String> files) {}

    /** Imports a bundle on the other machine, into a new project, and exports that. */
    private static Restored restored(String name, byte[] bundle) throws IOException {
        User admin = elsewhere.getBean(UserService.class).get("admin");
        ProjectId project = elsewhere
                .getBean(ProjectService.class)
                .create(admin, name, null, ProjectSettings.DEFAULT)
                .id();
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        try (ForeignFile file = ForeignFile.of("bundle.zip", bundle)) {
            ImportReport report = elsewhere
                    .getBean(IntakeService.class)
                    .run(admin, project, IntakeService.BUNDLE, file, ImportOptions.DEFAULT);
            elsewhere.getBean(ExportService.class).export(admin, project, Format.BUNDLE, EVERYTHING, head -> again);
            return new Restored(report, unzip(again.toByteArray()));
        }
    }

    static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void makesAnEqualProjectOnAnotherMachine(long seed) throws IOException {
        GeneratedProject made = new GeneratedProject(Api.admin(mvc), seed);
        byte[] bundle = made.bundle("");
        Map<String, String> before = unzip(bundle);

        Restored restored = restored(name(before), bundle);

        assertThat(restored.report().losses())
                .extracting(Loss::what)
                .containsExactly("original files, which a bundle does not hold");
        assertThat(restored.files().keySet()).containsExactlyElementsOf(before.keySet());
        before.forEach((name, text) -> {
            if (!name.equals("manifest.json")) {
                assertThat(restored.files().get(name)).as(name).isEqualTo(text);
            }
        });
        assertThat(counts(restored.files())).isEqualTo(counts(before));
    }

    /** What happens to be in a generated project must be what it is there for. */
    @Test
    void holdsEverythingAProjectCanHave() throws IOException {
        Map<String, String> files = unzip(new GeneratedProject(Api.admin(mvc), 1).bundle(""));

        assertThat(files.get("documents.jsonl"))
                .contains("\"state\":\"draft\"", "\"state\":\"locked\"", "\"implicit\":true", "x-scheme-versions")
                .contains("\"guidelinesVersion\":\"1\"", "\"guidelinesVersion\":\"2\"", "\"split\":", "\"flags\":")
                .contains("\"link\":{\"entity\":null");
        assertThat(files.get("entities.jsonl")).contains("\"provisional\":true");
        assertThat(files.get("decisions.jsonl"))
                .contains("\"automatic\":{", "\"outcome\":\"none\"", "\"outcome\":\"own\"", "\"outcome\":\"version\"");
        assertThat(files.get("relations.jsonl")).isNotEmpty();
        assertThat(files.get("entities.jsonl")).contains("\"mergedInto\":");
        assertThat(files.get("revisions.jsonl").lines()).hasSize(2);
        assertThat(files.get("threads.jsonl")).contains("\"resolvedBy\":", "\"span\":", "annotation:m1");
        assertThat(files.get("questions.jsonl")).contains("\"choice\":", "I read it twice.");
        assertThat(files.get("project.json")).contains("\"merges\"", "\"version\" : 2");
    }

    @Test
    void makesAnEqualProjectBesideTheFirstUnderOtherIds() throws IOException {
        Api supervisor = Api.admin(mvc);
        byte[] bundle = new GeneratedProject(supervisor, 4).bundle("");
        String copy = "/api/v1/projects/"
                + supervisor
                        .post("/api/v1/projects", Map.of("name", "Copy of generated"))
                        .text("/id");

        Api.Answer report = supervisor.perform(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(copy + "/import?format=bundle")
                        .contentType("application/octet-stream")
                        .content(bundle));
        byte[] again = supervisor.get(copy + "/export?format=bundle").response().getContentAsByteArray();

        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(report.json().get("losses").toString())
                .contains("documents that have another id here", "entities that have another id here");
        assertThat(counts(unzip(again))).isEqualTo(counts(unzip(bundle)));
        assertThat(words(unzip(again))).isEqualTo(words(unzip(bundle)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.1.0"})
    void restoresBundlesOfEveryVersionSoFar(String version) throws IOException {
        byte[] bundle = Objects.requireNonNull(
                        BundleRestoreTests.class.getResourceAsStream("/exchange/bundle-%s.zip".formatted(version)))
                .readAllBytes();
        Map<String, String> before = unzip(bundle);

        Restored restored = restored("Of version " + version, bundle);

        assertThat(before.get("manifest.json")).contains("\"formatVersion\" : \"%s\"".formatted(version));
        JsonNode was = counts(before);
        JsonNode is = counts(restored.files());
        for (String count :
                List.of("/documents", "/annotations/mentions", "/annotations/claims", "/annotations/locked")) {
            assertThat(is.at(count)).as(count).isEqualTo(was.at(count));
        }
        assertThat(is.at("/gold/mentions")).isEqualTo(was.at("/gold/mentions"));
        assertThat(restored.files().get("decisions.jsonl").lines().count())
                .isEqualTo(before.get("decisions.jsonl").lines().count());
    }

    private static String name(Map<String, String> files) {
        return MAPPER.readTree(files.get("project.json")).get("name").asString();
    }

    private static JsonNode counts(Map<String, String> files) {
        return MAPPER.readTree(files.get("manifest.json")).get("counts");
    }

    /** The words of every span of every document, in one order. */
    private static List<String> words(Map<String, String> files) {
        return files.get("documents.jsonl")
                .lines()
                .map(MAPPER::readTree)
                .map(record -> record.findValuesAsString("text").stream()
                        .sorted()
                        .toList()
                        .toString())
                .sorted()
                .toList();
    }
}
