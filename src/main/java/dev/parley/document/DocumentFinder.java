package dev.parley.document;

import dev.parley.account.User;
import dev.parley.project.ProjectId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds documents by their words and by what is known of them; reads indexes, never texts. */
@Component
final class DocumentFinder {

    /** So many are named to the database; more are sorted out here. */
    private static final int NAMED = 1_000;

    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    private static final String SELECT_NUMBERS = """
            SELECT document.number
            FROM document
            WHERE document.project_id = :projectId
            """;

    private static final String SELECT_LANGUAGES = """
            SELECT DISTINCT language
            FROM document
            WHERE project_id = :projectId AND deleted_at IS NULL AND language IS NOT NULL
            ORDER BY language
            """;

    private final SearchIndexer index;
    private final JdbcClient jdbc;
    private final ObjectProvider<ReadingFilter> readings;

    DocumentFinder(SearchIndexer index, JdbcClient jdbc, ObjectProvider<ReadingFilter> readings) {
        this.index = index;
        this.jdbc = jdbc;
        this.readings = readings;
    }

    FoundDocuments find(User viewer, ProjectId project, DocumentQuery query) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>(Map.of("projectId", project.value()));
        conditions.add(
                query.trash()
                        ? "document.deleted_at IS NOT NULL AND document.purged_at IS NULL"
                        : "document.deleted_at IS NULL");
        narrow(viewer, project, query, conditions, parameters);
        if (query.words() == null || query.words().isBlank()) {
            return new FoundDocuments(numbers(conditions, parameters).toArray());
        }
        SearchedWords words = SearchedWords.read(query.words());
        BitSet holding = words.isNothing() ? new BitSet() : index.find(words);
        if (holding.isEmpty()) {
            return new FoundDocuments(new long[0]);
        }
        if (holding.cardinality() <= NAMED) {
            conditions.add("document.number IN (:numbers)");
            parameters.put("numbers", holding.stream().asLongStream().boxed().toList());
        }
        long[] found = numbers(conditions, parameters)
                .filter(number -> number <= SearchIndex.MOST && holding.get((int) number))
                .toArray();
        return new FoundDocuments(words.phrases().isEmpty() ? found : index.sideBySide(found, words.phrases()));
    }

    /** The languages of a project's documents. */
    List<String> languages(ProjectId project) {
        return jdbc.sql(SELECT_LANGUAGES)
                .param("projectId", project.value())
                .query((row, line) -> row.getString(1))
                .list();
    }

    private LongStream numbers(List<String> conditions, Map<String, Object> parameters) {
        String sql = SELECT_NUMBERS + "AND " + String.join("\nAND ", conditions);
        LongStream.Builder numbers = LongStream.builder();
        jdbc.sql(sql).params(parameters).query(row -> {
            numbers.add(row.getLong(1));
        });
        // sorted here: sorting makes H2 keep and compare whole rows, which takes three times as long as reading them
        return numbers.build().sorted();
    }

    private void narrow(
            User viewer,
            ProjectId project,
            DocumentQuery query,
            List<String> conditions,
            Map<String, Object> parameters) {
        if (query.language() != null) {
            conditions.add("document.language = :language");
            parameters.put("language", query.language());
        }
        if (query.from() != null && DATE.matcher(query.from()).matches()) {
            conditions.add("document.published >= :from");
            parameters.put("from", query.from());
        }
        if (query.to() != null && DATE.matcher(query.to()).matches()) {
            // "2031-05" is a beginning of every day in it
            conditions.add("(document.published <= :to OR document.published LIKE :within)");
            parameters.put("to", query.to());
            parameters.put("within", query.to() + "-%");
        }
        if (query.alike()) {
            conditions.add("""
                    (document.id IN (SELECT document_id FROM document_likeness)
                     OR document.id IN (SELECT like_id FROM document_likeness))""");
        }
        ReadingFilter filter = readings.getIfAvailable();
        if (filter != null) {
            filter.having(viewer, project, query).ifPresent(having -> {
                conditions.add(having.sql());
                parameters.putAll(having.parameters());
            });
        }
    }
}
