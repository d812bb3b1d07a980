package dev.parley.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.annotation.AnnotationService;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A project with one article that two annotators read, and what they mark in it. */
public final class TwoReaders {

    private static final String TEXT =
            "Ada Brandt met Velmora's council. Ada Brandt said the harbour opens in May. Velmora agreed.";

    private static int count;

    public final Api supervisor;
    public final Api ann;
    public final Api ben;
    public final String annName;
    public final String benName;
    public final String project;
    public final String document;

    public TwoReaders(Api supervisor, UserService users, AnnotationService annotations) {
        int number = ++count;
        this.supervisor = supervisor;
        project = supervisor
                .post("/api/v1/projects", Map.of("name", "Two readers " + number))
                .text("/id");
        annName = "ann" + number;
        benName = "ben" + number;
        ann = member(annName, "annotator");
        ben = member(benName, "annotator");
        document = supervisor
                .upload("/api/v1/projects/%s/files?accept=proposal".formatted(project), Map.of("a.txt", TEXT + number))
                .text("/0/documents/0");
        assign(annName, users, annotations);
        assign(benName, users, annotations);
    }

    public void assign(String name, UserService users, AnnotationService annotations) {
        User admin = users.find("admin").orElseThrow();
        annotations.assign(
                admin,
                new DocumentId(UUID.fromString(document)),
                users.find(name).orElseThrow().id());
    }

    public ProjectId projectId() {
        return new ProjectId(UUID.fromString(project));
    }

    /** Somebody new in the project. */
    public Api member(String name, String role) {
        Api person = supervisor.newUser(name);
        supervisor.put("/api/v1/projects/%s/members/%s".formatted(project, name), Map.of("roles", List.of(role)));
        return person;
    }

    public static List<Map<String, Integer>> span(int start, int end) {
        return List.of(Map.of("start", start, "end", end));
    }

    public void mention(Api annotator, String id, int start, int end, String label) {
        put(annotator, "mention", Map.of("id", id, "spans", span(start, end), "label", label));
    }

    public void claim(Api annotator, String id, String speaker, int start, int end) {
        put(
                annotator,
                "claim",
                Map.of(
                        "id", id,
                        "content", span(start, end),
                        "cue", span(45, 49),
                        "source", List.of(Map.of("mention", speaker)),
                        "attributes", Map.of("form", "indirect", "act", "assert")));
    }

    private void put(Api annotator, String kind, Object value) {
        Api.Answer answer = annotator.post(
                "/api/v1/documents/%s/sets/me/edits".formatted(document),
                Map.of("edits", List.of(Map.of("id", UUID.randomUUID(), "op", "put", "kind", kind, "value", value))));
        assertThat(answer.text("/results/0/status")).as(answer.body()).isEqualTo("applied");
    }

    public void handIn() {
        for (Api annotator : List.of(ann, ben)) {
            Api.Answer answer = annotator.post("/api/v1/documents/%s/sets/me/submission".formatted(document), Map.of());
            assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        }
    }

    /** The same name twice with different labels, a place only one saw, and a claim with different ends. */
    public TwoReaders differ() {
        mention(ann, "a1", 0, 10, "PERSON");
        mention(ben, "b1", 0, 10, "ROLE");
        mention(ann, "a2", 34, 44, "PERSON");
        mention(ben, "b2", 34, 44, "ROLE");
        mention(ann, "a3", 76, 83, "GPE");
        claim(ann, "ac", "a2", 50, 75);
        claim(ben, "bc", "b2", 50, 68);
        handIn();
        return this;
    }
}
