package dev.parley.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.Api.Answer;
import dev.parley.ParleyTest;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.annotation.Team;
import dev.parley.document.DocumentId;
import dev.parley.document.Span;
import dev.parley.project.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ParleyTest
class DiscussionApiTests {

    private static final String TEXT = "The ferry to Velmora runs again, the harbour office said.";

    @Autowired
    MockMvc mvc;

    @Autowired
    DiscussionService discussion;

    @Autowired
    UserService users;

    @Test
    void keepsWhatIsSaidAboutASpanUntilItIsSettled() {
        Team team = new Team(mvc, "open");
        String document = team.assigned(TEXT);

        Answer begun = team.ann.post(threads(document), thread("Is this one person?"));
        String id = begun.text("/id");

        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.json().at("/span").toString()).isEqualTo("{\"start\":13,\"end\":20}");
        assertThat(begun.text("/state")).isEqualTo("open");
        assertThat(team.ben
                        .post("/api/v1/threads/%s/comments".formatted(id), Map.of("text", "Two."))
                        .status())
                .isEqualTo(201);
        assertThat(team.supervisor
                        .post("/api/v1/threads/%s/resolution".formatted(id), null)
                        .text("/resolvedBy"))
                .isEqualTo("admin");
        assertThat(team.supervisor
                        .post("/api/v1/threads/%s/resolution".formatted(id), null)
                        .status())
                .isEqualTo(409);
        assertThat(team.ann
                        .delete("/api/v1/threads/%s/resolution".formatted(id))
                        .text("/state"))
                .isEqualTo("open");
        assertThat(team.ann
                        .get(threads(document))
                        .json()
                        .at("/items/0/comments")
                        .findValuesAsString("text"))
                .containsExactly("Is this one person?", "Two.");
    }

    @Test
    void refusesWhatCannotBeSaid() {
        Team team = new Team(mvc, "open");
        String document = team.assigned(TEXT);

        assertThat(team.ann.post(threads(document), Map.of("text", " ")).text("/detail"))
                .isEqualTo("A comment has 1 to 4000 characters, not 0.");
        assertThat(team.ann
                        .post(threads(document), Map.of("text", "?", "span", Map.of("start", 50, "end", 90)))
                        .text("/detail"))
                .contains("[50, 90)")
                .contains("57 characters");
        assertThat(team.ann
                        .post(threads(document), Map.of("text", "?", "to", List.of("nobody")))
                        .status())
                .isEqualTo(404);
        assertThat(team.ann.get(threads(document)).json().path("items")).isEmpty();
    }

    @Test
    void hidesABlindAnnotatorsThreadFromTheOthers() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(TEXT);
        String id = team.ann.post(threads(document), thread("Unsure here.")).text("/id");

        assertThat(team.ben.get(threads(document)).json().path("items")).isEmpty();
        assertThat(team.ben.get("/api/v1/threads/" + id).status()).isEqualTo(404);
        assertThat(team.ben
                        .post("/api/v1/threads/%s/comments".formatted(id), Map.of("text", "!"))
                        .status())
                .isEqualTo(404);
        assertThat(waiting(team.ben)).isEmpty();
        assertThat(waiting(team.supervisor)).contains(id);
        assertThat(team.ann
                        .post(threads(document), thread("Ask @%s.".formatted(team.benName)))
                        .text("/detail"))
                .startsWith("This project is read blind");
        assertThat(team.supervisor
                        .post(
                                "/api/v1/threads/%s/comments".formatted(id),
                                Map.of("text", "@%s?".formatted(team.benName)))
                        .status())
                .isEqualTo(409);
        assertThat(team.ann.get(threads(document)).json().path("items")).hasSize(1);
    }

    @Test
    void letsAThreadWaitForWhoeverHasToAnswer() {
        Team team = new Team(mvc, "open");
        String document = team.assigned(TEXT);
        String id = team.ann
                .post(threads(document), thread("What do you think, @%s?".formatted(team.benName)))
                .text("/id");

        assertThat(waiting(team.ben)).containsExactly(id);
        assertThat(waiting(team.ann)).isEmpty();

        team.ben.post("/api/v1/threads/%s/comments".formatted(id), Map.of("text", "A city."));
        assertThat(waiting(team.ben)).isEmpty();
        assertThat(waiting(team.ann)).containsExactly(id);

        team.ann.post("/api/v1/threads/%s/resolution".formatted(id), null);
        assertThat(waiting(team.ann)).isEmpty();
    }

    @Test
    void asksEachBlindAnnotatorInAThreadOfTheirOwn() {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(TEXT);
        User admin = users.get("admin");
        Anchor anchor = new Anchor("disagreement:7", new Span(0, 9));

        List<CommentThread> asked = discussion.ask(
                admin,
                new DocumentId(UUID.fromString(document)),
                anchor,
                List.of(users.get(team.annName).id(), users.get(team.benName).id()),
                "Please look again.");

        assertThat(asked).hasSize(2);
        assertThat(waiting(team.ann)).hasSize(1);
        assertThat(waiting(team.ben)).hasSize(1).doesNotContainAnyElementsOf(waiting(team.ann));
        assertThat(discussion.about(admin, new DocumentId(UUID.fromString(document)), "disagreement:7"))
                .containsExactlyInAnyOrderElementsOf(asked);
        assertThat(discussion.open(
                        new ProjectId(UUID.fromString(team.project)), List.of("disagreement:7", "disagreement:8")))
                .isEqualTo(Map.of("disagreement:7", 2));
    }

    private static List<String> waiting(Api person) {
        return person.get("/api/v1/me/threads")
                .json()
                .at("/items")
                .valueStream()
                .map(thread -> thread.path("id").asString())
                .toList();
    }

    private static Map<String, Object> thread(String text) {
        return Map.of("text", text, "span", Map.of("start", 13, "end", 20));
    }

    private static String threads(String document) {
        return "/api/v1/documents/%s/threads".formatted(document);
    }
}
