package dev.parley.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.ParleyTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ParleyTest
class GuidelineApiTests {

    @Autowired
    MockMvc mvc;

    private Api admin;
    private String address;
    private String project;

    @BeforeEach
    void makeProject() {
        admin = Api.admin(mvc);
        project = admin.post("/api/v1/projects", Map.of("name", "Guided " + System.nanoTime()))
                .text("/id");
        address = "/api/v1/projects/%s/guidelines".formatted(project);
    }

    @Test
    void countsVersionsUpAndKeepsTheOldOnes() {
        assertThat(admin.get(address).json().get("version").intValue()).isZero();
        admin.put(address, Map.of("text", "# One", "base", 0));
        Api.Answer second = admin.put(address, Map.of("text", "# Two", "news", "Shorter.", "base", 1));

        assertThat(second.json().get("version").intValue()).isEqualTo(2);
        assertThat(admin.get(address).text("/html")).isEqualTo("<h1 id=\"two\">Two</h1>\n");
        assertThat(admin.get(address + "?version=1").text("/text")).isEqualTo("# One");
        assertThat(admin.get(address + "?version=3").status()).isEqualTo(404);
        assertThat(admin.get(address + "/versions").text("/items/0/news")).isEqualTo("Shorter.");
        assertThat(admin.get(address + "/versions").text("/items/0/writtenBy")).isEqualTo("admin");
    }

    @Test
    void savesTheSameTextOnce() {
        admin.put(address, Map.of("text", "# One"));

        assertThat(admin.put(address, Map.of("text", "# One"))
                        .json()
                        .get("version")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void refusesToWriteOverWhatSomebodySavedMeanwhile() {
        admin.put(address, Map.of("text", "# One", "base", 0));

        Api.Answer late = admin.put(address, Map.of("text", "# Other", "base", 0));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/detail")).contains("version 1").contains("version 0");
    }

    @Test
    void namesWhatIsWrongWithAText() {
        assertThat(admin.put(address, Map.of("text", " ")).status()).isEqualTo(400);
        assertThat(admin.put(address, Map.of("text", "x", "news", "n".repeat(201)))
                        .text("/errors/0/field"))
                .isEqualTo("news");
        assertThat(admin.put(address, Map.of("news", "nothing")).text("/errors/0/field"))
                .isEqualTo("text");
    }

    @Test
    void notesOnASetWhichVersionWasInForceWhenItWasHandedIn() {
        admin.put(address, Map.of("text", "# One"));
        admin.put(address, Map.of("text", "# Two"));
        Api reader = admin.newUser("guided" + System.nanoTime() % 100_000);
        String name = reader.get("/api/v1/me").text("/name");
        admin.put("/api/v1/projects/%s/members/%s".formatted(project, name), Map.of("roles", List.of("annotator")));
        String document = admin.upload(
                        "/api/v1/projects/%s/files?accept=proposal".formatted(project),
                        Map.of("a.txt", "A short word."))
                .text("/0/documents/0");
        admin.post(
                "/api/v1/projects/%s/assignments".formatted(project),
                Map.of("documents", "all", "annotators", List.of(name)));
        String set = "/api/v1/documents/%s/sets/me".formatted(document);

        assertThat(reader.get(set).json().path("guidelineVersion").isNull()).isTrue();
        reader.post(set + "/submission", null);

        assertThat(reader.get(set).json().get("guidelineVersion").intValue()).isEqualTo(2);
    }
}
