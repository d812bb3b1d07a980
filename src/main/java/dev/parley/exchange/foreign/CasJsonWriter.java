package dev.parley.exchange.foreign;

import dev.parley.exchange.JsonOutput;
import dev.parley.exchange.foreign.Cas.Reference;
import dev.parley.exchange.foreign.Cas.Structure;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes UIMA's CAS JSON 0.4: types, feature structures and views in one object. */
final class CasJsonWriter {

    private CasJsonWriter() {}

    static void write(Cas cas, Map<String, Map<String, String>> types, OutputStream out) {
        JsonOutput.writeLines(out, json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("%TYPES");
            types.forEach((type, features) -> type(json, type, features));
            json.writeEndObject();
            json.writeArrayPropertyStart("%FEATURE_STRUCTURES");
            json.writeStartObject();
            json.writeNumberProperty("%ID", 1);
            json.writeStringProperty("%TYPE", "uima.cas.Sofa");
            json.writeNumberProperty("sofaNum", 1);
            json.writeStringProperty("sofaID", "_InitialView");
            json.writeStringProperty("mimeType", "text");
            json.writeStringProperty("sofaString", cas.text().value());
            json.writeEndObject();
            int arrays = cas.structures().size() + 2;
            for (Structure structure : cas.structures()) {
                arrays = structure(json, structure, arrays);
            }
            json.writeEndArray();
            json.writeObjectPropertyStart("%VIEWS");
            json.writeObjectPropertyStart("_InitialView");
            json.writeNumberProperty("%SOFA", 1);
            json.writeArrayPropertyStart("%MEMBERS");
            cas.structures().stream()
                    .filter(structure -> !structure.type().equals(Cas.LINK))
                    .forEach(structure -> json.writeNumber(structure.id()));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void type(JsonGenerator json, String type, Map<String, String> features) {
        json.writeObjectPropertyStart(type);
        json.writeStringProperty("%NAME", type);
        json.writeStringProperty("%SUPER_TYPE", Cas.supertype(type));
        features.forEach((name, range) -> {
            json.writeObjectPropertyStart(name);
            json.writeStringProperty("%NAME", name);
            json.writeStringProperty("%RANGE", range.equals("uima.cas.FSArray") ? Cas.LINK + "[]" : range);
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    /** @return the next free number: an array is a structure of its own */
    private static int structure(JsonGenerator json, Structure structure, int arrays) {
        int next = arrays;
        json.writeStartObject();
        json.writeNumberProperty("%ID", structure.id());
        json.writeStringProperty("%TYPE", structure.type());
        if (!structure.type().equals(Cas.LINK)) {
            json.writeNumberProperty("@sofa", 1);
        }
        List<?> elements = List.of();
        for (var feature : structure.features().entrySet()) {
            switch (feature.getValue()) {
                case Reference(int id) -> json.writeNumberProperty("@" + feature.getKey(), id);
                case List<?> many -> {
                    json.writeNumberProperty("@" + feature.getKey(), next++);
                    elements = many;
                }
                case Integer number -> json.writeNumberProperty(feature.getKey(), number);
                default -> json.writeStringProperty(feature.getKey(), String.valueOf(feature.getValue()));
            }
        }
        json.writeEndObject();
        if (!elements.isEmpty()) {
            json.writeStartObject();
            json.writeNumberProperty("%ID", next - 1);
            json.writeStringProperty("%TYPE", "uima.cas.FSArray");
            json.writeArrayPropertyStart("%ELEMENTS");
            for (Object element : elements) {
                json.writeNumber(((Reference) element).id());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return next;
    }
}
