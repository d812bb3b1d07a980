package dev.parley.registry;

import dev.parley.account.BeforeOpening;
import dev.parley.account.UserId;
import dev.parley.project.ProjectId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds entities by their names in an index of {@link NameKeys}; what it costs grows with what is found, not with the registry. */
@Repository
class NameIndex implements BeforeOpening {

    private static final String INSERT = """
            INSERT INTO entity_key (project_id, term, entity_id)
            VALUES (:projectId, :term, :entityId)
            """;

    private static final String DELETE = """
            DELETE FROM entity_key
            WHERE entity_id = :entityId
            """;

    /** One look-up for each term: given a list of terms, H2 reads all keys of the project. */
    private static final String WITH_TERM = """
            SELECT entity_id, %1$d AS place
            FROM entity_key
            WHERE project_id = :projectId AND term = :term%1$d
            """;

    /** The ones with the first term first, then those that share most. */
    private static final String NAMED = """
            SELECT found.entity_id
            FROM (
            %s) found
            GROUP BY found.entity_id
            ORDER BY MIN(CASE WHEN found.place = 0 THEN 0 ELSE 1 END), COUNT(*) DESC, found.entity_id
            LIMIT :most
            """;

    private static final String NEAR = """
            SELECT DISTINCT shared.entity_id, whole.term
            FROM (
            %s) shared
            JOIN entity_key whole ON whole.entity_id = shared.entity_id
              AND whole.term >= :wholeFrom AND whole.term < :wholeTo
            """;

    private static final String SLICE = """
            SELECT entity.id
            FROM entity
            WHERE entity.project_id = :projectId AND entity.merged_into IS NULL
              AND (NOT entity.provisional OR :all OR entity.created_by = :viewer)
            """;

    private static final String COUNT = SLICE.replace("SELECT entity.id", "SELECT COUNT(*)");

    private static final String WITH_WORD = """
              AND entity.id IN (
                  SELECT entity_id
                  FROM entity_key
                  WHERE project_id = :projectId AND term >= :from%1$d AND term < :to%1$d)
            """;

    private static final String OF_TYPE = """
              AND entity.type = :type
            """;

    private static final String PROVISIONAL = """
              AND entity.provisional
            """;

    private static final String IN_ORDER = """
            ORDER BY entity.name, entity.id
            LIMIT :limit OFFSET :offset
            """;

    private static final String NOT_INDEXED = """
            SELECT id
            FROM entity
            WHERE merged_into IS NULL
              AND NOT EXISTS (SELECT 1 FROM entity_key WHERE entity_key.entity_id = entity.id)
            ORDER BY id
            LIMIT 1000
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final EntityRepository entities;

    NameIndex(JdbcClient jdbc, NamedParameterJdbcTemplate batches, EntityRepository entities) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.entities = entities;
    }

    /** Indexes what was registered before there was an index. */
    @Override
    public void prepare() {
        List<String> some = notIndexed();
        while (!some.isEmpty()) {
            add(entities.byIds(some));
            List<String> left = notIndexed();
            // names of nothing but punctuation have no terms and stay
            some = left.equals(some) ? List.of() : left;
        }
    }

    private List<String> notIndexed() {
        return jdbc.sql(NOT_INDEXED).query(NameIndex::id).list();
    }

    void add(Collection<Entity> registered) {
        List<SqlParameterSource> rows = new ArrayList<>();
        for (Entity entity : registered) {
            Set<String> terms = new LinkedHashSet<>();
            entity.names().forEach(name -> terms.addAll(NameKeys.of(name)));
            terms.forEach(term -> rows.add(
                    new MapSqlParameterSource("projectId", entity.project().value())
                            .addValue("term", NameKeys.bytes(term))
                            .addValue("entityId", entity.id())));
        }
        batches.batchUpdate(INSERT, rows.toArray(SqlParameterSource[]::new));
    }

    void remove(String entity) {
        jdbc.sql(DELETE).param("entityId", entity).update();
    }

    void replace(Entity entity) {
        remove(entity.id());
        add(List.of(entity));
    }

    /** Ids of entities whose names share words with these, those that have them all first. */
    List<String> named(ProjectId project, FoldedName words, int most) {
        return asked(NAMED, project, NameKeys.asked(words))
                .param("most", most)
                .query(NameIndex::id)
                .list();
    }

    /** Ids of entities with a name a letter or two from these words. */
    Set<String> near(ProjectId project, FoldedName words) {
        Set<String> terms = NameKeys.near(words);
        Set<String> found = new LinkedHashSet<>();
        if (terms.isEmpty()) {
            return found;
        }
        String prefix = NameKeys.whole(new FoldedName(""));
        asked(NEAR, project, terms)
                .param("wholeFrom", NameKeys.bytes(prefix))
                .param("wholeTo", after(NameKeys.bytes(prefix)))
                .query(row -> {
                    String name = new String(row.getBytes("term"), StandardCharsets.UTF_8).substring(prefix.length());
                    if (NameMatch.distance(words, new FoldedName(name)) <= NameKeys.FARTHEST) {
                        found.add(row.getString("entity_id"));
                    }
                });
        return found;
    }

    private JdbcClient.StatementSpec asked(String sql, ProjectId project, Collection<String> terms) {
        List<byte[]> bytes = terms.stream().map(NameKeys::bytes).toList();
        String lookUps = IntStream.range(0, bytes.size())
                .mapToObj(WITH_TERM::formatted)
                .collect(Collectors.joining("UNION ALL\n"));
        JdbcClient.StatementSpec statement = jdbc.sql(sql.formatted(lookUps)).param("projectId", project.value());
        for (int i = 0; i < bytes.size(); i++) {
            statement = statement.param("term" + i, bytes.get(i));
        }
        return statement;
    }

    /** Ids by name, for a stretch of the list. @param all whether other people's provisional entities are in it */
    List<String> slice(ProjectId project, EntityFilter filter, UserId viewer, boolean all, int offset, int limit) {
        return filtered(SLICE, IN_ORDER, project, filter, viewer, all)
                .param("limit", limit)
                .param("offset", offset)
                .query(NameIndex::id)
                .list();
    }

    int count(ProjectId project, EntityFilter filter, UserId viewer, boolean all) {
        return filtered(COUNT, "", project, filter, viewer, all)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(
            String select, String tail, ProjectId project, EntityFilter filter, UserId viewer, boolean all) {
        List<String> words = FoldedName.of(filter.words()).words();
        StringBuilder sql = new StringBuilder(select);
        for (int i = 0; i < words.size(); i++) {
            sql.append(WITH_WORD.formatted(i));
        }
        if (filter.type() != null) {
            sql.append(OF_TYPE);
        }
        if (filter.provisional()) {
            sql.append(PROVISIONAL);
        }
        JdbcClient.StatementSpec statement = jdbc.sql(sql.append(tail).toString())
                .param("projectId", project.value())
                .param("viewer", viewer.value())
                .param("all", all);
        for (int i = 0; i < words.size(); i++) {
            byte[] from = NameKeys.bytes(NameKeys.word(words.get(i)));
            statement = statement.param("from" + i, from).param("to" + i, after(from));
        }
        return filter.type() == null ? statement : statement.param("type", filter.type());
    }

    private static String id(ResultSet row, int number) throws SQLException {
        return row.getString(1);
    }

    /** The first bytes that do not begin with these: UTF-8 never has the highest byte, so the last can always grow. */
    private static byte[] after(byte[] prefix) {
        byte[] after = prefix.clone();
        after[after.length - 1]++;
        return after;
    }
}
