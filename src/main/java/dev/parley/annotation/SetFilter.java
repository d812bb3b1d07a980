package dev.parley.annotation;

import dev.parley.account.UserId;
import dev.parley.document.DocumentQuery.ReadingState;
import dev.parley.document.ReadingFilter;
import dev.parley.document.SqlCondition;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Narrows the document list by annotation sets: whose, and how far. */
@Component
class SetFilter implements ReadingFilter {

    @Override
    public SqlCondition having(@Nullable UserId reader, @Nullable ReadingState state) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder sets = new StringBuilder("SELECT annotation_set.document_id FROM annotation_set WHERE TRUE");
        if (reader != null) {
            sets.append(" AND annotation_set.user_id = :reader");
            parameters.put("reader", reader.value());
        }
        sets.append(
                switch (state) {
                    case null -> "";
                    case UNASSIGNED -> "";
                    case OPEN -> " AND annotation_set.state = 'DRAFT' AND annotation_set.sequence = 0";
                    case BEGUN -> " AND annotation_set.state = 'DRAFT' AND annotation_set.sequence > 0";
                    case SUBMITTED -> " AND annotation_set.state <> 'DRAFT'";
                });
        String in = state == ReadingState.UNASSIGNED ? "NOT IN" : "IN";
        return new SqlCondition("document.id %s (%s)".formatted(in, sets), parameters);
    }
}
