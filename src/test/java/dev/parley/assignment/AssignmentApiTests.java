package dev.parley.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api.Answer;
import dev.parley.ParleyTest;
import dev.parley.annotation.Team;
import dev.parley.annotation.TinyArticle;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ParleyTest
class AssignmentApiTests {

    @Autowired
    MockMvc mvc;

    @Test
    void assignsAllDocumentsOnce() {
        Team team = new Team(mvc, "blind");
        IntStream.range(0, 3).forEach(i -> team.upload("Article number %d tells of the harbour.".formatted(i)));
        Map<String, Object> wanted =
                Map.of("documents", "all", "annotators", List.of(team.annName, team.benName), "perDocument", 1);

        Answer first = team.supervisor.post(path(team), wanted);
        Answer again = team.supervisor.post(path(team), wanted);

        assertThat(first.json().path("assigned").intValue()).isEqualTo(3);
        assertThat(first.json().path("items")).hasSize(3);
        assertThat(again.json().path("assigned").intValue()).isZero();
        assertThat(team.supervisor.get(path(team)).json().path("items")).hasSize(3);
        assertThat(team.ann.get("/api/v1/me/tasks").json().path("items")).hasSize(2);
        assertThat(team.ben.get("/api/v1/me/tasks").json().path("items")).hasSize(1);
    }

    @Test
    void assignsNothingWhereThereIsNothing() {
        Team team = new Team(mvc, "blind");

        Answer answer =
                team.supervisor.post(path(team), Map.of("documents", "all", "annotators", List.of(team.annName)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("assigned").intValue()).isZero();
    }

    @Test
    void namesTheUnknown() {
        Team team = new Team(mvc, "blind");
        String document = team.upload("An article that nobody reads yet.");

        Answer unknown = team.assign(List.of(document), team.annName, "stranger");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("/detail")).isEqualTo("stranger is not an annotator of this project.");
        assertThat(team.assign(List.of(document), "admin").status()).isEqualTo(400);
        assertThat(team.assign(List.of("no-such-document"), team.annName).text("/errors/0/field"))
                .isEqualTo("documents");
        Answer tooMany = team.supervisor.post(
                path(team), Map.of("documents", "all", "annotators", List.of(team.annName), "perDocument", 2));
        assertThat(tooMany.text("/errors/0/field")).isEqualTo("perDocument");
    }

    @Test
    void isTheManagersBusiness() {
        Team team = new Team(mvc, "blind");

        assertThat(team.ann.get(path(team)).status()).isEqualTo(403);
        assertThat(team.ann
                        .post(path(team), Map.of("documents", "all", "annotators", List.of(team.annName)))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void takesBackOnlyWhatIsNotBegun() {
        Team team = new Team(mvc, "blind");
        TinyArticle article = TinyArticle.of("Ada Weber spoke in the harbour.");
        String document = team.assigned(article.text().value());
        Team.edit(team.ann, document, Team.put("e", article.mention("m", "PERSON", "Ada Weber")));
        String ofDocument = path(team) + "/" + document + "/";

        assertThat(team.supervisor.delete(ofDocument + team.annName).status()).isEqualTo(409);
        assertThat(team.supervisor.delete(ofDocument + team.benName).status()).isEqualTo(204);
        assertThat(team.supervisor.delete(ofDocument + team.benName).status()).isEqualTo(404);
        assertThat(team.ben.get("/api/v1/me/tasks").json().path("items")).isEmpty();
        Answer tasks = team.ann.get("/api/v1/me/tasks");
        assertThat(tasks.text("/items/0/document")).isEqualTo(document);
        assertThat(tasks.text("/items/0/state")).isEqualTo("draft");
        assertThat(tasks.json().at("/items/0/sequence").intValue()).isEqualTo(1);
        assertThat(tasks.text("/items/0/project")).isEqualTo(team.project);
    }

    private static String path(Team team) {
        return "/api/v1/projects/%s/assignments".formatted(team.project);
    }
}
