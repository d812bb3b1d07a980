package dev.parley.annotation;

import dev.parley.Api;
import dev.parley.Api.Answer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A project over HTTP with a supervisor and annotators called {@code ann} and {@code ben}, made anew for each test. */
public final class Team {

    public final Api supervisor;
    public final Api ann;
    public final Api ben;
    public final String annName;
    public final String benName;
    public final String project;

    public Team(MockMvc mvc, String mode) {
        this(mvc, mode, "envoys");
    }

    public Team(MockMvc mvc, String mode, String scheme) {
        String tail = UUID.randomUUID().toString().substring(0, 8);
        supervisor = Api.admin(mvc);
        annName = "ann-" + tail;
        benName = "ben-" + tail;
        ann = supervisor.newUser(annName);
        ben = supervisor.newUser(benName);
        project = made(supervisor.post(
                        "/api/v1/projects",
                        Map.of("name", "Team " + tail, "scheme", scheme, "settings", Map.of("mode", mode))))
                .text("/id");
        for (String name : List.of(annName, benName)) {
            made(supervisor.put(
                    "/api/v1/projects/%s/members/%s".formatted(project, name), Map.of("roles", List.of("annotator"))));
        }
    }

    /** Uploads a text and takes the articles as proposed. */
    public List<String> upload(String name, byte[] text) {
        Answer answer = supervisor.perform(MockMvcRequestBuilders.multipart(
                        HttpMethod.POST, "/api/v1/projects/%s/files?accept=proposal".formatted(project))
                .file(new MockMultipartFile("file", name, "text/plain", text)));
        made(answer);
        return answer.json()
                .findValue("documents")
                .valueStream()
                .map(id -> id.asString())
                .toList();
    }

    public String upload(String text) {
        return upload(UUID.randomUUID() + ".txt", text.getBytes(StandardCharsets.UTF_8))
                .getFirst();
    }

    public Answer assign(List<String> documents, String... names) {
        return supervisor.post(
                "/api/v1/projects/%s/assignments".formatted(project),
                Map.of("documents", documents, "annotators", List.of(names), "perDocument", names.length));
    }

    /** A document of this text that both annotators read. */
    public String assigned(String text) {
        String document = upload(text);
        made(assign(List.of(document), annName, benName));
        return document;
    }

    public static String sets(String document) {
        return "/api/v1/documents/%s/sets/".formatted(document);
    }

    @SafeVarargs
    public static Answer edit(Api annotator, String document, Map<String, Object>... edits) {
        return annotator.post(sets(document) + "me/edits", Map.of("edits", List.of(edits)));
    }

    public static Map<String, Object> put(String edit, Annotation annotation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", edit);
        json.put("op", "put");
        json.put("kind", AnnotationJson.lower(annotation.kind()));
        json.put("value", AnnotationJson.write(annotation));
        return json;
    }

    public static Map<String, Object> delete(String edit, String kind, String target) {
        return Map.of("id", edit, "op", "delete", "kind", kind, "target", target);
    }

    private static Answer made(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer;
    }
}
