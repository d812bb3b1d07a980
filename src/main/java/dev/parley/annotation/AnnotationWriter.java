package dev.parley.annotation;

import dev.parley.annotation.Claim.Constant;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention.Link;
import dev.parley.document.DocumentId;
import dev.parley.document.Span;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The writing half of {@link AnnotationJson}: keeps everything, and orders fields always the same way. */
final class AnnotationWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AnnotationWriter() {}

    static ObjectNode write(Annotation annotation) {
        return switch (annotation) {
            case Mention mention -> write(mention);
            case Claim claim -> write(claim);
            case Relation relation -> write(relation);
        };
    }

    private static ObjectNode write(Mention mention) {
        ObjectNode json = NODES.objectNode();
        json.put("id", mention.id());
        json.put("label", mention.label());
        json.set("spans", spans(mention.spans()));
        json.set("attributes", attributes(mention.attributes()));
        Link link = mention.link();
        if (link == null) {
            json.putNull("link");
        } else {
            json.putObject("link")
                    .put("entity", link.entity())
                    .put("confidence", AnnotationJson.lower(link.confidence()));
        }
        flags(json, mention.flags());
        return json;
    }

    private static ObjectNode write(Claim claim) {
        ObjectNode json = NODES.objectNode();
        json.put("id", claim.id());
        json.set("content", spans(claim.content()));
        json.set("cue", spans(claim.cue()));
        json.set("source", parties(claim.source()));
        json.set("addressee", parties(claim.addressee()));
        json.set("target", parties(claim.target()));
        json.set("via", parties(claim.via()));
        json.put("parent", claim.parent());
        json.set("attributes", attributes(claim.attributes()));
        json.put("implicit", claim.implicit());
        flags(json, claim.flags());
        return json;
    }

    private static ObjectNode write(Relation relation) {
        ObjectNode json = NODES.objectNode();
        json.put("id", relation.id());
        json.put("type", relation.type());
        json.set("from", end(relation.from()));
        json.set("to", end(relation.to()));
        return json;
    }

    private static ArrayNode spans(List<Span> spans) {
        ArrayNode json = NODES.arrayNode(spans.size());
        spans.forEach(span -> json.addObject().put("start", span.start()).put("end", span.end()));
        return json;
    }

    private static ArrayNode parties(List<Party> parties) {
        ArrayNode json = NODES.arrayNode(parties.size());
        for (Party party : parties) {
            switch (party) {
                case MentionParty(String mention) -> json.addObject().put("mention", mention);
                case ConstantParty(Constant constant) ->
                    json.addObject().put("constant", AnnotationJson.lower(constant));
            }
        }
        return json;
    }

    private static ObjectNode end(Relation.End end) {
        ObjectNode json = NODES.objectNode();
        json.put(AnnotationJson.lower(end.kind()), end.annotation());
        DocumentId document = end.document();
        if (document != null) {
            json.put("document", document.toString());
        }
        return json;
    }

    private static void flags(ObjectNode json, List<String> flags) {
        if (!flags.isEmpty()) {
            flags.forEach(json.putArray("flags")::add);
        }
    }

    private static ObjectNode attributes(Map<String, Object> attributes) {
        ObjectNode json = NODES.objectNode();
        attributes.forEach((id, value) -> json.set(id, MAPPER.valueToTree(value)));
        return json;
    }
}
