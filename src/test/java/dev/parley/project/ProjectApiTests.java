package dev.parley.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.ParleyTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ParleyTest
class ProjectApiTests {

    @Autowired
    MockMvc mvc;

    @Test
    void hidesAProjectFromStrangersAndTellsMembersWhatTheyLack() {
        Api admin = Api.admin(mvc);
        Api reader = admin.newUser("onlooker");
        String project = newProject(admin, "Hidden");

        assertThat(reader.get("/api/v1/projects/" + project).status()).isEqualTo(404);
        admin.put("/api/v1/projects/%s/members/onlooker".formatted(project), Map.of("roles", List.of("viewer")));

        assertThat(reader.get("/api/v1/projects/" + project).status()).isEqualTo(200);
        Api.Answer refused = reader.patch("/api/v1/projects/" + project, Map.of("name", "Mine"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/detail")).contains("manager");
    }

    @Test
    void changesOnlyTheSettingsThatAreNamed() {
        Api admin = Api.admin(mvc);
        Api.Answer made = admin.post(
                "/api/v1/projects",
                Map.of("name", "Settings", "settings", Map.of("annotatorsPerDocument", 3, "mode", "open")));

        Api.Answer changed =
                admin.patch("/api/v1/projects/" + made.text("/id"), Map.of("settings", Map.of("mode", "blind")));

        assertThat(changed.json().at("/settings/annotatorsPerDocument").intValue())
                .isEqualTo(3);
        assertThat(changed.text("/settings/mode")).isEqualTo("blind");
    }

    @Test
    void saysUnderWhichLicenceDataGoesOut() {
        Api admin = Api.admin(mvc);
        String project = "/api/v1/projects/"
                + admin.post("/api/v1/projects", Map.of("name", "Licensed")).text("/id");

        Api.Answer known = admin.patch(project, Map.of("settings", Map.of("licence", "CC-BY-4.0")));
        Api.Answer own = admin.patch(
                project,
                Map.of("settings", Map.of("licence", Map.of("name", "Our terms", "url", "https://terms.example"))));
        Api.Answer wrong = admin.patch(
                project, Map.of("settings", Map.of("licence", Map.of("spdx", "MIT", "url", "javascript:x"))));
        Api.Answer strange = admin.patch(project, Map.of("settings", Map.of("licence", Map.of("terms", "free"))));

        assertThat(known.text("/settings/licence/spdx")).isEqualTo("CC-BY-4.0");
        assertThat(own.text("/settings/licence/name")).isEqualTo("Our terms");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text("/detail")).contains("licence.url", "javascript:x");
        assertThat(strange.text("/detail")).contains("licence.terms", "name, spdx, url");
        assertThat(admin.get(project + "/export?format=json")
                        .json()
                        .at("/manifest/licence/name")
                        .asString())
                .isEqualTo("Our terms");
    }

    @Test
    void namesTheSettingThatIsWrong() {
        Api.Answer refused =
                Api.admin(mvc).post("/api/v1/projects", Map.of("name", "Wrong", "settings", Map.of("mode", "loud")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("mode");
        assertThat(refused.text("/errors/0/message")).contains("\"loud\"");
    }

    @Test
    void bringsAProjectBackFromTheTrash() {
        Api admin = Api.admin(mvc);
        String project = newProject(admin, "Thrown away");

        assertThat(admin.delete("/api/v1/projects/" + project).status()).isEqualTo(204);
        assertThat(admin.get("/api/v1/projects/" + project).status()).isEqualTo(404);
        assertThat(admin.post("/api/v1/projects/%s/restoration".formatted(project), null)
                        .status())
                .isEqualTo(200);

        assertThat(admin.get("/api/v1/projects/" + project).status()).isEqualTo(200);
    }

    @Test
    void keepsTheLastManager() {
        Api admin = Api.admin(mvc);
        String project = newProject(admin, "One manager");

        Api.Answer refused = admin.delete("/api/v1/projects/%s/members/admin".formatted(project));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("only manager");
    }

    @Test
    void tellsThePersonsProjectsAndRoles() {
        Api admin = Api.admin(mvc);
        Api marker = admin.newUser("marker");
        String project = newProject(admin, "Marked");
        admin.put("/api/v1/projects/%s/members/marker".formatted(project), Map.of("roles", List.of("annotator")));

        Api.Answer me = marker.get("/api/v1/me");

        assertThat(me.text("/projects/0/id")).isEqualTo(project);
        assertThat(me.text("/projects/0/roles/0")).isEqualTo("annotator");
    }

    private static String newProject(Api manager, String name) {
        Api.Answer made = manager.post("/api/v1/projects", Map.of("name", name));
        assertThat(made.status()).isEqualTo(201);
        return made.text("/id");
    }
}
