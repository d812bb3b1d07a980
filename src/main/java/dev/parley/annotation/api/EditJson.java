package dev.parley.annotation.api;

import dev.parley.annotation.Annotation;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.AnnotationJson;
import dev.parley.annotation.Edit;
import dev.parley.annotation.HistoryEntry.Reason;
import dev.parley.problem.ProblemException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one edit as the contract writes it. */
final class EditJson {

    private static final Set<String> PUT = Set.of("id", "op", "kind", "value", "group", "revision");
    private static final Set<String> DELETE = Set.of("id", "op", "kind", "target", "cascade", "group");
    private static final Set<String> REVERT = Set.of("id", "op", "target");

    private EditJson() {}

    /** @throws ProblemException invalid, with the path in the edit and the value */
    static Edit read(JsonNode json) {
        String op = text(json, "op");
        return switch (op) {
            case "put" -> {
                requireOnly(json, PUT);
                JsonNode value = json.path("value");
                Annotation annotation = AnnotationJson.read(kind(json), value);
                yield new Edit.Put(
                        id(json, "id"), annotation, AnnotationJson.quotes(value), group(json), revision(json));
            }
            case "delete" -> {
                requireOnly(json, DELETE);
                JsonNode cascade = json.path("cascade");
                if (!cascade.isMissingNode() && !cascade.isNull() && !cascade.isBoolean()) {
                    throw ProblemException.invalid("“cascade” must be true or false.");
                }
                yield new Edit.Delete(
                        id(json, "id"),
                        kind(json),
                        id(json, "target"),
                        cascade.isBoolean() && cascade.booleanValue(),
                        group(json));
            }
            case "undo", "redo" -> {
                requireOnly(json, REVERT);
                yield new Edit.Revert(
                        id(json, "id"), op.equals("undo") ? Reason.UNDO : Reason.REDO, id(json, "target"));
            }
            default ->
                throw ProblemException.invalid(
                        "“op” must be put, delete, undo or redo, not “%s”.".formatted(shown(op)));
        };
    }

    /** The edit's id if it has one that can be told, for naming a malformed edit in the answer. */
    static @Nullable String idOf(JsonNode json) {
        JsonNode id = json.path("id");
        return id.isString() ? shown(id.stringValue()) : null;
    }

    private static void requireOnly(JsonNode json, Set<String> fields) {
        Set<String> unknown = new TreeSet<>(json.propertyNames());
        unknown.removeAll(fields);
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid("An edit of this kind has no field “%s”; it has %s."
                    .formatted(shown(unknown.iterator().next()), String.join(", ", new TreeSet<>(fields))));
        }
    }

    private static Kind kind(JsonNode json) {
        String kind = text(json, "kind");
        return Arrays.stream(Kind.values())
                .filter(known -> SetJson.lower(known).equals(kind))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "“kind” must be mention, claim or relation, not “%s”.".formatted(shown(kind))));
    }

    private static @Nullable Integer revision(JsonNode json) {
        JsonNode revision = json.path("revision");
        if (!revision.isMissingNode() && !revision.isNull() && !revision.isInt()) {
            throw ProblemException.invalid("“revision” is the number of the document's text, from 1.");
        }
        return revision.isInt() ? revision.intValue() : null;
    }

    private static @Nullable String group(JsonNode json) {
        JsonNode group = json.path("group");
        return group.isMissingNode() || group.isNull() ? null : id(json, "group");
    }

    private static String id(JsonNode json, String field) {
        String id = text(json, field);
        if (!AnnotationJson.isId(id)) {
            throw ProblemException.invalid(
                    "“%s” must be 1 to 128 letters, digits or . _ : - and start with a letter or digit, not “%s”."
                            .formatted(field, shown(id)));
        }
        return id;
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isString()) {
            throw ProblemException.invalid("An edit needs the field “%s”, a string.".formatted(field));
        }
        return value.stringValue();
    }

    private static String shown(String value) {
        return value.length() <= 128 ? value : value.substring(0, 127) + "…";
    }
}
