package dev.parley.adjudication.api;

import static dev.parley.adjudication.api.DisagreementController.invalid;

import dev.parley.adjudication.QueueFilter;
import dev.parley.adjudication.QueueFilter.Order;
import dev.parley.adjudication.QueueFilter.State;
import dev.parley.agreement.Behind;
import dev.parley.agreement.Cause;
import dev.parley.document.DocumentId;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads which disagreements are asked for. */
final class QueueQuery {

    private QueueQuery() {}

    static QueueFilter read(
            @Nullable String cause,
            @Nullable String layer,
            @Nullable String label,
            @Nullable String annotator,
            @Nullable String document,
            @Nullable String behind,
            String state,
            String order) {
        return new QueueFilter(
                cause(cause),
                orNull(layer),
                orNull(label),
                orNull(annotator),
                document(document),
                behind == null ? Behind.ANYTHING : Behind.of(behind),
                choice(State.class, "state", state),
                choice(Order.class, "order", order));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable Cause cause(@Nullable String wire) {
        return wire == null || wire.isBlank()
                ? null
                : Cause.of(wire)
                        .orElseThrow(() -> invalid(
                                "cause",
                                "There is no cause “%s”; causes are %s."
                                        .formatted(
                                                wire,
                                                Arrays.stream(Cause.values())
                                                        .map(Cause::wire)
                                                        .collect(Collectors.joining(", ")))));
    }

    private static @Nullable DocumentId document(@Nullable String id) {
        try {
            return id == null || id.isBlank() ? null : new DocumentId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw invalid("document", "“%s” is not the id of a document.".formatted(id));
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String field, String written) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .orElseThrow(() -> invalid(
                        field,
                        "%s is %s, not “%s”."
                                .formatted(
                                        field,
                                        Arrays.stream(type.getEnumConstants())
                                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining(" or ")),
                                        written)));
    }
}
