package dev.parley.annotation;

import static dev.parley.annotation.Team.delete;
import static dev.parley.annotation.Team.edit;
import static dev.parley.annotation.Team.put;
import static dev.parley.annotation.Team.sets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.ParleyTest;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.Relation.End;
import dev.parley.document.DocumentId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@ParleyTest
class FarAnnotationsTests {

    private static final TinyArticle MONDAY =
            TinyArticle.of("Ada Weber of Utopia said that the ferry will sail on Monday. The harbour was calm.");
    private static final TinyArticle TUESDAY =
            TinyArticle.of("The council denied that the fêrry had sailed. Ada Weber laughed at it.");
    private static final Claim SAILS = MONDAY.claim("sails", "ada", "said", "the ferry will sail on Monday");
    private static final Claim DENIED = TUESDAY.claim("denied", "council", "denied", "the fêrry had sailed");

    @Autowired
    MockMvc mvc;

    private Team team;
    private String monday;
    private String tuesday;

    @BeforeEach
    void twoArticles() {
        team = new Team(mvc, "open");
        monday = team.assigned(MONDAY.text().value());
        tuesday = team.assigned(TUESDAY.text().value());
        edit(team.ann, monday, put("m1", MONDAY.mention("ada", "PERSON", "Ada Weber")), put("m2", SAILS));
        edit(team.ann, tuesday, put("t1", TUESDAY.mention("council", "ORG", "The council")), put("t2", DENIED));
    }

    @Test
    void findsOnesOwnAnnotationsElsewhereByTheirWords() {
        assertThat(elsewhere(team.ann, monday, "")).containsExactly("the fêrry had sailed");
        assertThat(elsewhere(team.ann, monday, "?q=sai")).containsExactly("the fêrry had sailed");
        assertThat(elsewhere(team.ann, monday, "?q=laughed")).isEmpty();
        assertThat(elsewhere(team.ann, monday, "?kind=mention&q=council")).containsExactly("The council");
        assertThat(elsewhere(team.ann, tuesday, "?q=ferry")).containsExactly("the ferry will sail on Monday");
        assertThat(elsewhere(team.ben, monday, "?q=ferry")).isEmpty();
        assertThat(team.ann.get(sets(monday) + "me/elsewhere?kind=relation").status())
                .isEqualTo(400);
    }

    @Test
    void tellsOfRelationsFromBothSides() {
        Relation denies = new Relation(
                "r",
                "denies",
                new End(Kind.CLAIM, "denied", null),
                new End(Kind.CLAIM, "sails", DocumentId.of(monday)));
        assertThat(edit(team.ann, tuesday, put("t3", denies)).text("/results/0/status"))
                .isEqualTo("applied");

        JsonNode out = team.ann.get(sets(tuesday) + "me/ties").json().at("/items/0");
        assertThat(out.path("direction").asString()).isEqualTo("out");
        assertThat(out.at("/there/document").asString()).isEqualTo(monday);
        assertThat(out.at("/there/words").asString()).isEqualTo("the ferry will sail on Monday");
        JsonNode in = team.ann.get(sets(monday) + "me/ties").json().at("/items/0");
        assertThat(in.path("direction").asString()).isEqualTo("in");
        assertThat(in.at("/relation/type").asString()).isEqualTo("denies");
        assertThat(in.at("/there/id").asString()).isEqualTo("denied");
        assertThat(ties(team.ben, monday)).isZero();

        edit(team.ann, monday, delete("m3", "claim", "sails"));
        assertThat(ties(team.ann, tuesday)).isZero();
        edit(team.ann, tuesday, delete("t4", "relation", "r"));
        assertThat(ties(team.ann, monday)).isZero();
    }

    private static int ties(Api who, String document) {
        return who.get(sets(document) + "me/ties").json().path("items").size();
    }

    private static List<String> elsewhere(Api who, String document, String query) {
        return who.get(sets(document) + "me/elsewhere" + query)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("words").asString())
                .toList();
    }
}
