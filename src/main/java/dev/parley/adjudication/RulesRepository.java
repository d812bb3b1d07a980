package dev.parley.adjudication;

import dev.parley.project.ProjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How each project settles; the defaults where nothing was said. */
@Repository
class RulesRepository {

    private static final String SELECT = """
            SELECT rules
            FROM adjudication_rules
            WHERE project_id = :project
            """;

    private static final String UPDATE = """
            UPDATE adjudication_rules
            SET rules = :rules
            WHERE project_id = :project
            """;

    private static final String INSERT = """
            INSERT INTO adjudication_rules (project_id, rules)
            VALUES (:project, :rules)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;

    RulesRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Rules of(ProjectId project) {
        return jdbc.sql(SELECT)
                .param("project", project.value())
                .query(String.class)
                .optional()
                .map(RulesJson::read)
                .orElse(Rules.DEFAULT);
    }

    void put(ProjectId project, Rules rules) {
        for (String statement : new String[] {INSERT, UPDATE}) {
            jdbc.sql(statement)
                    .param("project", project.value())
                    .param("rules", RulesJson.write(rules).toString())
                    .update();
        }
    }
}
