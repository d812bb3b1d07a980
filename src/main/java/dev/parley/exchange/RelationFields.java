package dev.parley.exchange;

import dev.parley.annotation.Relation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the fields of a relation into an object that has been begun. */
final class RelationFields {

    private RelationFields() {}

    static void write(JsonGenerator json, Relation relation) {
        json.writeStringProperty("id", relation.id());
        json.writeStringProperty("type", relation.type());
        writeEnd(json, "from", relation.from(), null);
        writeEnd(json, "to", relation.to(), null);
    }

    /** The same with the document named at both ends, for a relation that stands outside its record. */
    static void write(JsonGenerator json, Relation relation, String ownDocument) {
        json.writeStringProperty("id", relation.id());
        json.writeStringProperty("type", relation.type());
        writeEnd(json, "from", relation.from(), ownDocument);
        writeEnd(json, "to", relation.to(), ownDocument);
    }

    private static void writeEnd(JsonGenerator json, String name, Relation.End end, @Nullable String ownDocument) {
        json.writeObjectPropertyStart(name);
        if (end.document() != null) {
            json.writeStringProperty("document", end.document().toString());
        } else if (ownDocument != null) {
            json.writeStringProperty("document", ownDocument);
        }
        switch (end.kind()) {
            case MENTION -> json.writeStringProperty("mention", end.annotation());
            case CLAIM -> json.writeStringProperty("claim", end.annotation());
            case RELATION ->
                throw new IllegalStateException("relation " + end.annotation() + " at the end of a relation");
        }
        json.writeEndObject();
    }
}
