package dev.parley.annotation;

import static dev.parley.annotation.Team.edit;
import static dev.parley.annotation.Team.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.Api;
import dev.parley.ParleyTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ParleyTest
class SetEventsTests {

    private static final TinyArticle ARTICLE = TinyArticle.of("Ada Weber of Utopia spoke in the harbour on Monday.");
    private static final Mention ADA = ARTICLE.mention("ada", "PERSON", "Ada Weber");
    private static final Mention UTOPIA = ARTICLE.mention("utopia", "GPE", "Utopia");

    @Autowired
    MockMvc mvc;

    @Test
    void tellsABlindAnnotatorOnlyOfTheirOwnSet() throws Exception {
        Team team = new Team(mvc, "blind");
        String document = team.assigned(ARTICLE.text().value());
        MockHttpServletResponse ben = listen(team.ben, document);
        MockHttpServletResponse supervisor = listen(team.supervisor, document);

        edit(team.ann, document, put("e1", ADA));
        edit(team.ben, document, put("e1", ADA), put("e2", UTOPIA));

        String own = "data:{\"set\":\"%s\",\"sequence\":2}".formatted(team.benName);
        await().until(() -> ben.getContentAsString().contains(own));
        await().until(() -> supervisor.getContentAsString().contains(own)
                && supervisor.getContentAsString().contains(team.annName));
        assertThat(ben.getContentAsString()).startsWith(":open").doesNotContain(team.annName);
    }

    @Test
    void tellsWhoElseHasTheDocumentOpenWhereAllMaySeeEachOther() throws Exception {
        Team team = new Team(mvc, "open");
        String document = team.assigned(ARTICLE.text().value());

        MockHttpServletResponse ann = listen(team.ann, document);
        listen(team.ben, document);

        await().until(() -> ann.getContentAsString().contains("event:presence"));
        await().until(() -> ann.getContentAsString().contains("{\"name\":\"%s\"".formatted(team.benName)));
        assertThat(ann.getContentAsString()).doesNotContain("{\"name\":\"%s\"".formatted(team.annName));
    }

    @Test
    void isClosedToThoseWhoMayReadNoSet() {
        Team team = new Team(mvc, "blind");
        Team others = new Team(mvc, "blind");
        String document = team.assigned(ARTICLE.text().value());

        assertThat(others.ann
                        .get("/api/v1/documents/%s/events".formatted(document))
                        .status())
                .isEqualTo(404);
    }

    private static MockHttpServletResponse listen(Api person, String document) {
        return person.listen("/api/v1/documents/%s/events".formatted(document));
    }
}
