package dev.parley.project;

import dev.parley.account.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something a package can tell about projects to one who was away, such as articles that were added. Packages contribute
 * one as a bean for each thing worth telling; it is counted by one statement for all projects.
 */
public abstract class ProjectNews {

    private final JdbcClient jdbc;
    private final Permission audience;
    private final int order;
    private final String sql;
    private final String one;
    private final String many;

    /**
     * @param audience who may hear it
     * @param order lower comes first
     * @param sql answers project_id and a number for each project in :projects where something is new since :since that
     *     is not the doing of :viewer
     * @param one what a single one is called, after the number
     * @param many what several are called
     */
    protected ProjectNews(JdbcClient jdbc, Permission audience, int order, String sql, String one, String many) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.order = order;
        this.sql = sql;
        this.one = one;
        this.many = many;
    }

    public final Permission audience() {
        return audience;
    }

    public final int order() {
        return order;
    }

    /**
     * What is new, as a clause such as “2 articles added”, for each project that has any.
     *
     * @param projects those in which the viewer belongs to the audience
     */
    public final Map<ProjectId, String> since(User viewer, Collection<ProjectId> projects, Instant since) {
        Map<ProjectId, String> news = new LinkedHashMap<>();
        if (!projects.isEmpty()) {
            jdbc.sql(sql)
                    .param("projects", projects.stream().map(ProjectId::value).toList())
                    .param("viewer", viewer.id().value())
                    .param("since", since.atOffset(ZoneOffset.UTC))
                    .query(row -> {
                        int number = row.getInt(2);
                        news.put(
                                new ProjectId(row.getObject(1, UUID.class)), number + " " + (number == 1 ? one : many));
                    });
        }
        return news;
    }
}
