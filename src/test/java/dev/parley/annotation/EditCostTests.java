package dev.parley.annotation;

import static dev.parley.annotation.Team.edit;
import static dev.parley.annotation.Team.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.ParleyTest;
import dev.parley.annotation.CountedStatements.Cost;
import dev.parley.document.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What an edit costs, counted in statements and rows rather than seconds. */
@ParleyTest
@Import(CountedStatements.class)
class EditCostTests {

    private static final int MANY = 50_000;

    @Autowired
    MockMvc mvc;

    @Autowired
    CountedStatements counted;

    @Autowired
    NamedParameterJdbcTemplate jdbc;

    @Test
    void costsTheSameInAnEmptySetAndInOneOfFiftyThousand() {
        Team team = new Team(mvc, "blind");
        String empty = team.assigned("x ".repeat(200));
        String full = team.assigned("y ".repeat(MANY + 200));
        fill(team.annName, full);
        Mention first = mention("first", 2 * MANY);
        // the first edit after a start reads the set once, whatever its size
        applied(team.ann, empty, mention("first", 0));
        applied(team.ann, full, first);

        Cost inEmpty = counted.of(() -> applied(team.ann, empty, mention("second", 2)));
        Cost inFull = counted.of(() -> applied(team.ann, full, mention("second", 2 * MANY + 2)));

        assertThat(inFull).isEqualTo(inEmpty);
        assertThat(inFull.statements()).isBetween(5L, 25L);
        assertThat(inFull.rows()).isLessThan(25);
    }

    @Test
    void readsASetInOneStatementHoweverLargeItIs() {
        Team team = new Team(mvc, "blind");
        String small = team.assigned("x ".repeat(200));
        String full = team.assigned("z ".repeat(MANY + 200));
        applied(team.ann, small, mention("first", 0));
        fill(team.annName, full);

        Cost ofSmall = counted.of(() -> team.ann.get(Team.sets(small) + "me"));
        Cost ofFull = counted.of(() -> team.ann.get(Team.sets(full) + "me"));
        Cost ofNothingNew = counted.of(() -> team.ann.get(Team.sets(full) + "me?since=" + MANY));

        assertThat(ofFull.statements()).isEqualTo(ofSmall.statements()).isEqualTo(ofNothingNew.statements());
        assertThat(ofFull.rows()).isGreaterThan(MANY);
        assertThat(ofNothingNew.rows()).isLessThan(25);
    }

    private static void applied(Api annotator, String document, Mention mention) {
        assertThat(edit(annotator, document, put("e-" + mention.id(), mention)).text("/results/0/status"))
                .isEqualTo("applied");
    }

    private static Mention mention(String id, int start) {
        return new Mention(id, "ORG", List.of(new Span(start, start + 1)), Map.of(), null, List.of());
    }

    /** Marks so many words as {@code edit} would, without asking fifty thousand times. */
    private void fill(String annotator, String document) {
        Map<String, Object> place = Map.of("document", document, "annotator", annotator);
        String set = JdbcClient.create(jdbc)
                .sql("""
                SELECT annotation_set.id
                FROM annotation_set
                JOIN app_user ON app_user.id = annotation_set.user_id
                WHERE annotation_set.document_id = CAST(:document AS UUID) AND app_user.name = :annotator
                """)
                .params(place)
                .query(String.class)
                .single();
        jdbc.batchUpdate(
                """
                INSERT INTO annotation (set_id, id, kind, body, sequence, deleted)
                VALUES (CAST(:set AS UUID), :id, 'MENTION', :body, :sequence, FALSE)
                """,
                IntStream.range(0, MANY)
                        .mapToObj(i -> new MapSqlParameterSource("set", set)
                                .addValue("id", "m" + i)
                                .addValue("body", AnnotationJson.text(mention("m" + i, 2 * i)))
                                .addValue("sequence", i + 1))
                        .toArray(SqlParameterSource[]::new));
        JdbcClient.create(jdbc)
                .sql("UPDATE annotation_set SET sequence = :sequence WHERE id = CAST(:set AS UUID)")
                .param("sequence", MANY)
                .param("set", set)
                .update();
    }
}
