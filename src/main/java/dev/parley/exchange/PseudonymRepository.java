package dev.parley.exchange;

import dev.parley.project.ProjectId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the numbers that stand for people in anonymous exports of a project. */
@Repository
class PseudonymRepository {

    private static final String ALL = """
            SELECT u.name, p.number
            FROM pseudonym p
            JOIN app_user u ON u.id = p.user_id
            WHERE p.project_id = :project
            """;

    private static final String INSERT = """
            INSERT INTO pseudonym (project_id, user_id, number)
            SELECT :project, u.id, (SELECT COALESCE(MAX(number), 0) + 1 FROM pseudonym WHERE project_id = :project)
            FROM app_user u
            WHERE u.name = :name
            """;

    private static final String ONE = """
            SELECT p.number
            FROM pseudonym p
            JOIN app_user u ON u.id = p.user_id
            WHERE p.project_id = :project AND u.name = :name
            """;

    private record Numbered(String name, int number) {}

    private final JdbcClient client;

    PseudonymRepository(JdbcClient client) {
        this.client = client;
    }

    /** The numbers given so far, by sign-in name. */
    Map<String, Integer> all(ProjectId project) {
        return client.sql(ALL).param("project", project.value()).query(Numbered.class).stream()
                .collect(Collectors.toMap(Numbered::name, Numbered::number));
    }

    /** Gives the next number to somebody who has none yet. */
    int add(ProjectId project, String name) {
        UUID id = project.value();
        client.sql(INSERT).param("project", id).param("name", name).update();
        return client.sql(ONE)
                .param("project", id)
                .param("name", name)
                .query(Integer.class)
                .single();
    }
}
