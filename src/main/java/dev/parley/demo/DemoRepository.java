package dev.parley.demo;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether there is anything in this installation yet. */
@Repository
class DemoRepository {

    private static final String IN_USE = """
            SELECT (SELECT COUNT(*) FROM project) + (SELECT COUNT(*) FROM app_user WHERE name IN (:names))
            """;

    private final JdbcClient jdbc;

    DemoRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** No project, not even in the trash, and nobody with one of these sign-in names. */
    boolean isEmpty(Collection<String> names) {
        return jdbc.sql(IN_USE).param("names", names).query(Long.class).single() == 0;
    }
}
