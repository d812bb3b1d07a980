package dev.parley.exchange.foreign;

import dev.parley.annotation.Mention;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.exchange.words.Segmenter;
import dev.parley.exchange.words.Sentence;
import dev.parley.exchange.words.Token;
import dev.parley.scheme.Attribute;
import dev.parley.scheme.Scheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A set as UIMA's feature structures, with the type names that INCEpTION has for them: mentions are named entities, a claim
 * is the host of links, other ties are relations. Offsets are UTF-16, the only unit UIMA knows.
 */
final class Cas {

    static final String SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
    static final String TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
    static final String ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
    static final String META = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
    static final String CLAIM = "webanno.custom.Claim";
    static final String CUE = "webanno.custom.Cue";
    static final String LINK = "webanno.custom.ClaimRoleLink";
    static final String RELATION = "webanno.custom.Relation";
    static final String ANNOTATION = "uima.tcas.Annotation";

    /** What roles of a claim are called in its links. */
    static final List<String> ROLES = List.of("source", "addressee", "target", "via", "cue", "parent");

    private final Map<String, Map<String, String>> types;
    private final DocumentText text;
    private final List<Structure> structures = new ArrayList<>();

    /**
     * A feature structure.
     *
     * @param features values are strings, {@link Reference}s, lists of them, or whole numbers
     */
    record Structure(int id, String type, Map<String, Object> features) {}

    /** Another structure. */
    record Reference(int id) {}

    private Cas(Scheme scheme, DocumentText text) {
        this.types = types(scheme);
        this.text = text;
    }

    static Cas of(Scheme scheme, DocumentText text, @Nullable String language, String title, String name, Marks marks) {
        Cas cas = new Cas(scheme, text);
        Map<String, Object> meta = cas.place(META, new int[] {0, text.utf16()});
        meta.put("language", language == null ? "x-unspecified" : language);
        meta.put("documentTitle", title);
        meta.put("documentId", name);
        for (Sentence sentence : Segmenter.sentences(text, language)) {
            cas.place(SENTENCE, cas.utf16(sentence.span()));
            for (Token token : sentence.tokens()) {
                cas.place(TOKEN, cas.utf16(token.span()));
            }
        }
        cas.add(marks);
        return cas;
    }

    List<Structure> structures() {
        return structures;
    }

    DocumentText text() {
        return text;
    }

    /** The types beside UIMA's own, each with its features and their ranges. */
    static Map<String, Map<String, String>> types(Scheme scheme) {
        Map<String, Map<String, String>> types = new LinkedHashMap<>();
        types.put(META, features("documentTitle", "documentId", "documentUri", "collectionId"));
        types.put(SENTENCE, features("id"));
        types.put(TOKEN, features("id"));
        Map<String, String> entity = features("value", "identifier", "confidence", "flags", "parleyId");
        scheme.spanLayers()
                .forEach(layer ->
                        layer.attributes().forEach(attribute -> entity.put(name(attribute), "uima.cas.String")));
        types.put(ENTITY, entity);
        Map<String, String> claim = features("label", "flags", "parleyId", Marks.IMPLICIT);
        scheme.frame()
                .ifPresent(frame ->
                        frame.attributes().forEach(attribute -> claim.put(name(attribute), "uima.cas.String")));
        Marks.PARTY_ROLES.forEach(role -> claim.put(role + "Constant", "uima.cas.String"));
        claim.put("roles", "uima.cas.FSArray");
        types.put(CLAIM, claim);
        types.put(CUE, features("label", "flags", "parleyId"));
        Map<String, String> relation = features("label", "parleyId");
        relation.put("Governor", ANNOTATION);
        relation.put("Dependent", ANNOTATION);
        types.put(RELATION, relation);
        Map<String, String> link = features("role");
        link.put("target", ANNOTATION);
        types.put(LINK, link);
        return types;
    }

    static String supertype(String type) {
        return switch (type) {
            case META -> "uima.tcas.DocumentAnnotation";
            case LINK -> "uima.cas.TOP";
            default -> ANNOTATION;
        };
    }

    /** UIMA's names have no hyphens. */
    private static String name(Attribute attribute) {
        return feature(attribute.id());
    }

    static String feature(String attribute) {
        return attribute.replaceAll("[^A-Za-z0-9_]", "_");
    }

    private static Map<String, String> features(String... strings) {
        Map<String, String> features = new LinkedHashMap<>();
        for (String name : strings) {
            features.put(name, "uima.cas.String");
        }
        return features;
    }

    private void add(Marks marks) {
        Map<String, Structure> byMark = new LinkedHashMap<>();
        for (Mark mark : marks.marks()) {
            for (int i = 0; i < mark.spans().size(); i++) {
                String type =
                        mark.label().equals(Mark.CLAIM) ? CLAIM : mark.label().equals(Mark.CUE) ? CUE : ENTITY;
                Map<String, Object> features = place(type, utf16(mark.spans().get(i)));
                features.put(type.equals(ENTITY) ? "value" : "label", mark.label());
                if (i == 0) {
                    describe(mark, type, features);
                    byMark.put(mark.id(), structures.getLast());
                } else {
                    Structure later = structures.getLast();
                    relate(LabelStudioForm.CONTINUES, later, byMark.get(mark.id()), mark.id() + "~" + (i + 1));
                }
            }
        }
        Map<String, List<Reference>> links = new TreeMap<>();
        for (Tie tie : marks.ties()) {
            Structure from = byMark.get(tie.from());
            Structure to = byMark.get(tie.to());
            if (from == null || to == null) {
                continue;
            }
            if (from.type().equals(CLAIM) && ROLES.contains(tie.type())) {
                Map<String, Object> link = new LinkedHashMap<>();
                link.put("role", tie.type());
                link.put("target", new Reference(to.id()));
                links.computeIfAbsent(tie.from(), _ -> new ArrayList<>()).add(new Reference(put(LINK, link)));
            } else {
                relate(tie.type(), from, to, tie.id());
            }
        }
        links.forEach((mark, roles) -> {
            Structure claim = byMark.get(mark);
            if (claim != null) {
                claim.features().put("roles", roles);
            }
        });
    }

    private void describe(Mark mark, String type, Map<String, Object> features) {
        features.put("parleyId", mark.id());
        Map<String, String> known = types.getOrDefault(type, Map.of());
        mark.attributes().forEach((attribute, value) -> {
            boolean constant = type.equals(CLAIM) && Marks.PARTY_ROLES.contains(attribute);
            String name = constant ? attribute + "Constant" : feature(attribute);
            if (known.containsKey(name)) {
                features.put(name, words(value));
            }
        });
        if (!mark.flags().isEmpty()) {
            features.put("flags", String.join("|", mark.flags()));
        }
        Mention.Link link = mark.link();
        if (link != null && type.equals(ENTITY)) {
            features.put("identifier", link.entity() == null ? "" : link.entity());
            features.put("confidence", link.confidence().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String words(Object value) {
        return value instanceof List<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining("|"))
                : String.valueOf(value);
    }

    /** In INCEpTION a relation stands where its dependent does. */
    private void relate(String label, Structure from, @Nullable Structure to, String id) {
        if (to == null) {
            return;
        }
        Map<String, Object> relation = new LinkedHashMap<>();
        relation.put("begin", to.features().get("begin"));
        relation.put("end", to.features().get("end"));
        relation.put("label", label);
        relation.put("parleyId", id);
        relation.put("Governor", new Reference(from.id()));
        relation.put("Dependent", new Reference(to.id()));
        put(RELATION, relation);
    }

    private Map<String, Object> place(String type, int[] place) {
        Map<String, Object> features = new LinkedHashMap<>();
        features.put("begin", place[0]);
        features.put("end", place[1]);
        put(type, features);
        return features;
    }

    /** The first free number is 2: the text itself is 1. */
    private int put(String type, Map<String, Object> features) {
        Structure structure = new Structure(structures.size() + 2, type, features);
        structures.add(structure);
        return structure.id();
    }

    private int[] utf16(Span span) {
        return new int[] {text.toUtf16(span.start()), text.toUtf16(span.end())};
    }

    /** Attributes that no type has a feature for, such as one of a layer whose scheme changed. */
    static TreeSet<String> unknown(Map<String, Map<String, String>> types, Mark mark) {
        String type = mark.label().equals(Mark.CLAIM) ? CLAIM : ENTITY;
        Map<String, String> known = types.getOrDefault(type, Map.of());
        TreeSet<String> unknown = new TreeSet<>();
        for (String attribute : mark.attributes().keySet()) {
            boolean constant = type.equals(CLAIM) && Marks.PARTY_ROLES.contains(attribute);
            if (!constant && !known.containsKey(feature(attribute))) {
                unknown.add(attribute);
            }
        }
        return unknown;
    }
}
