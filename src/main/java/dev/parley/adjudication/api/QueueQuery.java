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

/**
 * Which disagreements are asked for, as it stands in an address. What is absent does not restrict.
 *
 * @param behind the figure of agreement that these lower
 * @param order by value unless said otherwise
 */
record QueueQuery(
        @Nullable String cause,
        @Nullable String layer,
        @Nullable String label,
        @Nullable String annotator,
        @Nullable String document,
        @Nullable String behind,
        @Nullable String state,
        @Nullable String order) {

    /** @param usual the state that is meant where none is named */
    QueueFilter filter(State usual) {
        return new QueueFilter(
                readCause(),
                orNull(layer),
                orNull(label),
                orNull(annotator),
                readDocument(),
                behind == null ? Behind.ANYTHING : Behind.of(behind),
                choice(State.class, "state", state, usual),
                choice(Order.class, "order", order, Order.VALUE));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private @Nullable Cause readCause() {
        String wire = orNull(cause);
        return wire == null
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

    private @Nullable DocumentId readDocument() {
        String id = orNull(document);
        try {
            return id == null ? null : new DocumentId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw invalid("document", "“%s” is not the id of a document.".formatted(id));
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String field, @Nullable String written, E usual) {
        if (written == null) {
            return usual;
        }
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
