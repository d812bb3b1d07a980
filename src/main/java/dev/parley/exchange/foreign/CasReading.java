package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.RawDocument.RawSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes marks and ties of UIMA's feature structures, ours and those of INCEpTION: annotations that have a value or label are
 * marks, those with a governor and a dependent are ties, and arrays of links lead from their host.
 */
final class CasReading {

    private static final Set<String> NOT_MARKS = Set.of(
            "Sentence",
            "Token",
            "DocumentMetaData",
            "DocumentAnnotation",
            "Sofa",
            "View",
            "NULL",
            "Lemma",
            "POS",
            "TagDescription",
            "TagsetDescription",
            "LayerDefinition",
            "FeatureDefinition");
    private static final Set<String> KNOWN = Set.of(
            "begin",
            "end",
            "sofa",
            "value",
            "label",
            "identifier",
            "confidence",
            "flags",
            "parleyId",
            "roles",
            "Governor",
            "Dependent");

    private CasReading() {}

    /**
     * @param type short name
     * @param features plain values by feature
     * @param references numbers of other structures by feature
     */
    record Structure(int id, String type, Map<String, String> features, Map<String, List<Integer>> references) {}

    static RawDocument document(String name, String text, String language, List<Structure> structures) {
        Map<Integer, Structure> byId = new HashMap<>();
        structures.forEach(structure -> byId.put(structure.id(), structure));
        Map<Integer, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        Collected collected = new Collected();
        for (Structure structure : structures) {
            if (isMark(structure)) {
                String own = structure.features().getOrDefault("parleyId", "m" + structure.id());
                String id = taken.add(own) ? own : own + "." + structure.id();
                names.put(structure.id(), id);
                mark(id, structure, text, collected);
            }
        }
        for (Structure structure : structures) {
            tie(structure, names, collected);
            links(structure, byId, names, collected);
        }
        int slash = name.lastIndexOf('/');
        return new RawDocument(
                "“%s”".formatted(name),
                name.substring(slash + 1).replaceAll("\\.[a-z]+$", ""),
                null,
                language.equals("x-unspecified") || language.isEmpty() ? null : language,
                text,
                OffsetUnit.UTF_16,
                List.of(collected.set(slash < 0 ? "" : name.substring(name.lastIndexOf('/', slash - 1) + 1, slash))));
    }

    private static boolean isMark(Structure structure) {
        return structure.features().containsKey("begin")
                && structure.features().containsKey("end")
                && !NOT_MARKS.contains(structure.type())
                && !structure.references().containsKey("Governor");
    }

    private static void mark(String id, Structure structure, String text, Collected collected) {
        Map<String, String> said = structure.features();
        String label = said.getOrDefault("value", said.getOrDefault("label", structure.type()));
        int start = Integer.parseInt(said.getOrDefault("begin", "0"));
        int end = Integer.parseInt(said.getOrDefault("end", "0"));
        collected.mark(
                id,
                label,
                new RawSpan(start, end, start < end && end <= text.length() ? text.substring(start, end) : null));
        if (said.containsKey("identifier")) {
            collected.say(id, "entity", said.getOrDefault("identifier", ""));
        }
        if (said.containsKey("confidence")) {
            collected.say(id, "confidence", said.getOrDefault("confidence", ""));
        }
        if (said.containsKey("flags")) {
            collected.say(id, "flags", said.getOrDefault("flags", ""));
        }
        said.forEach((feature, value) -> {
            if (!KNOWN.contains(feature)) {
                boolean constant = feature.endsWith("Constant");
                String attribute = constant ? feature.substring(0, feature.length() - 8) : feature;
                Object words = constant && value.contains("|") ? List.of(value.split("\\|")) : value;
                collected.say(id, attribute, words);
            }
        });
    }

    private static void tie(Structure structure, Map<Integer, String> names, Collected collected) {
        String from = first(structure, "Governor", names);
        String to = first(structure, "Dependent", names);
        if (!from.isEmpty() && !to.isEmpty()) {
            collected.tie(structure.features().getOrDefault("label", structure.type()), from, to);
        }
    }

    private static String first(Structure structure, String feature, Map<Integer, String> names) {
        List<Integer> ids = structure.references().getOrDefault(feature, List.of());
        return ids.isEmpty() ? "" : names.getOrDefault(ids.getFirst(), "");
    }

    private static void links(
            Structure host, Map<Integer, Structure> byId, Map<Integer, String> names, Collected collected) {
        String from = names.getOrDefault(host.id(), "");
        if (from.isEmpty()) {
            return;
        }
        List<Integer> all = new ArrayList<>();
        host.references().values().forEach(all::addAll);
        for (int id : all) {
            Structure link = byId.get(id);
            if (link != null && link.features().containsKey("role")) {
                String to = first(link, "target", names);
                if (!to.isEmpty()) {
                    collected.tie(link.features().getOrDefault("role", "related"), from, to);
                }
            }
        }
    }
}
