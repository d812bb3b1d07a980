package dev.parley.annotation;

import dev.parley.account.User;
import dev.parley.document.DocumentQuery;
import dev.parley.document.DocumentQuery.ReadingState;
import dev.parley.document.ReadingFilter;
import dev.parley.document.SqlCondition;
import dev.parley.project.AccessPolicy;
import dev.parley.project.ProjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Narrows the document list by annotation sets: whose, how far, and with which label in them. */
@Component
class SetFilter implements ReadingFilter {

    private static final String MARKED = """
            SELECT annotation_set.document_id
            FROM annotation_set
            WHERE EXISTS (
                SELECT 1
                FROM annotation
                WHERE annotation.label = :label AND annotation.set_id = annotation_set.id)""";

    private final AccessPolicy policy;

    SetFilter(AccessPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Optional<SqlCondition> having(User viewer, ProjectId project, DocumentQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        if (query.reader() != null || query.state() != null) {
            conditions.add(read(query, parameters));
        }
        if (query.label() != null) {
            conditions.add(marked(viewer, project, query, parameters));
        }
        return conditions.isEmpty()
                ? Optional.empty()
                : Optional.of(new SqlCondition(String.join(" AND ", conditions), parameters));
    }

    private static String read(DocumentQuery query, Map<String, Object> parameters) {
        String sets = "SELECT annotation_set.document_id FROM annotation_set WHERE TRUE";
        if (query.reader() != null) {
            sets += " AND annotation_set.user_id = :reader";
            parameters.put("reader", query.reader().value());
        }
        String in = query.state() == ReadingState.UNASSIGNED ? "NOT IN" : "IN";
        return "document.id %s (%s%s)".formatted(in, sets, state(query.state()));
    }

    private static String state(@Nullable ReadingState state) {
        return switch (state) {
            case null -> "";
            case UNASSIGNED -> "";
            case OPEN -> " AND annotation_set.state = 'DRAFT' AND annotation_set.sequence = 0";
            case BEGUN -> " AND annotation_set.state = 'DRAFT' AND annotation_set.sequence > 0";
            case SUBMITTED -> " AND annotation_set.state <> 'DRAFT'";
        };
    }

    /** By anybody whose work the viewer may read, or by the reader asked for. */
    private String marked(User viewer, ProjectId project, DocumentQuery query, Map<String, Object> parameters) {
        parameters.put("label", query.label());
        String sets = MARKED;
        if (query.reader() != null) {
            sets += " AND annotation_set.user_id = :reader";
        }
        if (!policy.seesOthers(viewer, project)) {
            sets += " AND annotation_set.user_id = :viewer";
            parameters.put("viewer", viewer.id().value());
        }
        return "document.id IN (%s)".formatted(sets);
    }
}
