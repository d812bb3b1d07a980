package dev.parley.adjudication;

import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides what annotators are called. Where a project hides names they are "Annotator 1" and so on, in an order that is
 * another one in each document: whoever knows who read what, or recognises somebody in one place, learns nothing about the
 * others.
 */
@Component
class Naming {

    private static final String READERS = """
            SELECT annotation_set.document_id, app_user.id, app_user.name, app_user.display_name
            FROM annotation_set
            JOIN app_user ON app_user.id = annotation_set.user_id
            WHERE annotation_set.document_id IN (:documents)
            """;

    private final JdbcClient jdbc;
    private final RulesRepository rules;

    Naming(JdbcClient jdbc, RulesRepository rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    private record Reader(DocumentId document, UUID id, String name, String displayName) {

        /** Nobody is told the ids of people, so that nobody can work this out. */
        UUID shuffled() {
            return UUID.nameUUIDFromBytes((document + " " + id).getBytes(StandardCharsets.UTF_8));
        }
    }

    boolean isHidden(ProjectId project) {
        return rules.of(project).hidesNames();
    }

    /** Names as adjudicators see them: as they are, unless the project hides them. */
    AnnotatorNames forAdjudicators(ProjectId project, Collection<DocumentId> documents) {
        return isHidden(project)
                ? new AnnotatorNames(true, called(documents, Naming::numbered))
                : new AnnotatorNames(false, called(documents, Naming::displayNames));
    }

    /** Names as annotators see them: their own is "You", the others' are hidden. */
    AnnotatorNames forAnnotator(DocumentId document, String own) {
        return new AnnotatorNames(true, called(List.of(document), readers -> {
            Map<String, String> names = numbered(readers);
            names.put(own, "You");
            return names;
        }));
    }

    private Map<DocumentId, Map<String, String>> called(
            Collection<DocumentId> documents, Function<List<Reader>, Map<String, String>> names) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        Map<DocumentId, Map<String, String>> called = new HashMap<>();
        jdbc
                .sql(READERS)
                .param(
                        "documents",
                        documents.stream().distinct().map(DocumentId::value).toList())
                .query((row, number) -> new Reader(
                        new DocumentId(row.getObject("document_id", UUID.class)),
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("display_name")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Reader::document))
                .forEach((document, readers) -> called.put(document, names.apply(readers)));
        return called;
    }

    private static Map<String, String> displayNames(List<Reader> readers) {
        return readers.stream().collect(Collectors.toMap(Reader::name, Reader::displayName));
    }

    private static Map<String, String> numbered(List<Reader> readers) {
        Map<String, String> names = new LinkedHashMap<>();
        readers.stream()
                .sorted(Comparator.comparing(Reader::shuffled))
                .forEach(reader -> names.put(reader.name(), "Annotator " + (names.size() + 1)));
        return names;
    }
}
