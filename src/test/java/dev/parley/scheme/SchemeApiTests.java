package dev.parley.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import dev.parley.Api;
import dev.parley.Api.Answer;
import dev.parley.ParleyTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ParleyTest
class SchemeApiTests {

    @Autowired
    MockMvc mvc;

    private Api manager;
    private String scheme;

    @BeforeEach
    void makeAProject() {
        manager = Api.admin(mvc);
        scheme = "/api/v1/projects/%s/scheme".formatted(newProject(Map.of()).text("/id"));
    }

    @Test
    void givesANewProjectThePresetItAskedFor() {
        Answer conll = newProject(Map.of("scheme", "conll4"));

        assertThat(manager.get(scheme).text("/id")).isEqualTo("envoys");
        Answer read = manager.get("/api/v1/projects/%s/scheme".formatted(conll.text("/id")));
        assertThat(read.text("/id")).isEqualTo("conll4");
        assertThat(read.json().path("version").asInt()).isEqualTo(1);
        assertThat(read.response().getContentType()).startsWith("application/json");
    }

    @Test
    void takesAWholeSchemeForANewProject() {
        Answer made = newProject(Map.of("scheme", Presets.source("conll4").replace("id: conll4", "id: mine")));

        assertThat(made.status()).isEqualTo(201);
        assertThat(manager.get("/api/v1/projects/%s/scheme".formatted(made.text("/id")))
                        .text("/id"))
                .isEqualTo("mine");
    }

    @Test
    void makesNoProjectWithAnUnknownPresetOrAFaultyScheme() {
        Answer unknown = newProject(Map.of("scheme", "conll5"));
        Answer faulty = newProject(Map.of("name", "Faulty", "scheme", "parley-schema: 1\nid: X\n"));

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("/detail")).contains("\"conll5\"", "envoys, conll4, ontonotes18");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.text("/errors/1/field")).isEqualTo("id");
        assertThat(manager.get("/api/v1/projects").body()).doesNotContain("Faulty");
    }

    @Test
    void answersYamlAsItWasWritten() {
        Answer yaml = manager.perform(get(scheme).header("Accept", "application/yaml"));

        assertThat(yaml.status()).isEqualTo(200);
        assertThat(yaml.response().getContentType()).startsWith("application/yaml");
        assertThat(bytes(yaml)).isEqualTo(Presets.source("envoys"));
        assertThat(manager.perform(get(scheme).header("Accept", "image/png")).status())
                .isEqualTo(406);
    }

    @Test
    void keepsEveryVersion() {
        String changed = Presets.source("envoys").replace("{en: Person}", "{en: Pèrson \uD83D\uDE42}");

        Answer saved = send("application/yaml", changed);
        Answer again = send("application/yaml", changed);

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json().path("version").asInt()).isEqualTo(2);
        assertThat(again.json().path("version").asInt()).isEqualTo(2);
        assertThat(manager.get(scheme).body()).contains("Pèrson \uD83D\uDE42");
        assertThat(manager.get(scheme + "?version=1").body()).doesNotContain("Pèrson");
        assertThat(manager.get(scheme + "?version=7").status()).isEqualTo(404);
        Answer versions = manager.get(scheme + "/versions");
        assertThat(versions.json().path("items").size()).isEqualTo(2);
        assertThat(versions.text("/items/0/createdBy")).isEqualTo("admin");
    }

    @Test
    void takesItsOwnJsonBack() {
        String json = manager.get(scheme).body();

        Answer same = send("application/json", json);
        Answer changed = send("application/json", json.replace("\"key\":\"p\"", "\"key\":\"b\""));

        assertThat(same.json().path("version").asInt()).isEqualTo(1);
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        assertThat(bytes(manager.perform(get(scheme).header("Accept", "application/yaml"))))
                .startsWith("parley-schema: 1\nid: envoys\nversion: 2\n");
    }

    @Test
    void namesEveryFaultWithItsLine() {
        Answer refused = send(
                "application/yaml",
                Presets.source("envoys")
                        .replace("key: o,", "key: p,")
                        .replace("from: claim, to: claim, scope: document", "from: claims, to: claim"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).isEqualTo("urn:parley:problem:fails-scheme");
        assertThat(refused.text("/detail")).isEqualTo("The scheme has 2 faults, the first on line 16.");
        assertThat(refused.text("/errors/0/field")).isEqualTo("layers.entity.labels[1].key");
        assertThat(refused.text("/errors/0/message")).startsWith("line 16: The editor key \"p\" is already taken");
        assertThat(refused.text("/errors/1/field")).isEqualTo("relations[6].from");
        assertThat(manager.get(scheme).json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void previewsWithoutSaving() {
        String changed = Presets.source("envoys").replaceFirst("      - \\{id: OTHER.*\n", "");

        Answer preview = manager.perform(
                put(scheme + "?preview=true").contentType("application/yaml").content(changed));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.text("/removed/0/kind")).isEqualTo("label");
        assertThat(preview.text("/removed/0/id")).isEqualTo("OTHER");
        assertThat(preview.json().path("annotationsAffected").asInt(-1)).isZero();
        assertThat(manager.get(scheme).json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void refusesAVersionThatIsNotTheNewestAnyMore() {
        String changed = Presets.source("envoys") + "# mine\n";

        Answer stale = manager.perform(put(scheme)
                .contentType("application/yaml")
                .header("If-Match", "\"9\"")
                .content(changed));
        Answer fresh = manager.perform(put(scheme)
                .contentType("application/yaml")
                .header("If-Match", "\"1\"")
                .content(changed));

        assertThat(stale.status()).isEqualTo(412);
        assertThat(fresh.status()).isEqualTo(200);
        assertThat(fresh.response().getHeader("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void letsMembersReadAndManagersWrite() {
        String name = "reader" + UUID.randomUUID().toString().substring(0, 8);
        Api reader = manager.newUser(name);
        assertThat(reader.get(scheme).status()).isEqualTo(404);
        assertThat(reader.get(scheme + "/versions").status()).isEqualTo(404);
        assertThat(reader.perform(put(scheme).contentType("application/yaml").content("x"))
                        .status())
                .isEqualTo(404);

        manager.put(scheme.replace("/scheme", "/members/" + name), Map.of("roles", List.of("annotator")));

        assertThat(reader.get(scheme).status()).isEqualTo(200);
        assertThat(reader.get(scheme + "/versions").status()).isEqualTo(200);
        assertThat(reader.perform(put(scheme).contentType("application/yaml").content(Presets.source("conll4")))
                        .status())
                .isEqualTo(403);
        assertThat(reader.perform(put(scheme + "?preview=true")
                                .contentType("application/yaml")
                                .content(Presets.source("conll4")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesOtherContent() {
        assertThat(send("application/pdf", "x").status()).isEqualTo(415);
        assertThat(send("application/json", "{\"id\": ").status()).isEqualTo(422);
        assertThat(manager.perform(put(scheme)
                                .contentType("application/yaml")
                                .content(new byte[] {(byte) 0xff, (byte) 0xfe, 0x41}))
                        .status())
                .isEqualTo(400);
        assertThat(manager.perform(put(scheme).contentType("application/yaml").content(new byte[1_100_000]))
                        .status())
                .isEqualTo(413);
    }

    private Answer send(String contentType, String text) {
        return manager.perform(put(scheme).contentType(contentType).content(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer newProject(Map<String, Object> fields) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of("name", "Scheme " + UUID.randomUUID()));
        body.putAll(fields);
        return manager.post("/api/v1/projects", body);
    }

    private static String bytes(Answer answer) {
        return new String(answer.response().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
