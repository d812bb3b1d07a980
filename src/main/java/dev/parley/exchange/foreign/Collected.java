package dev.parley.exchange.foreign;

import dev.parley.annotation.Mention;
import dev.parley.annotation.Mention.Confidence;
import dev.parley.exchange.foreign.RawDocument.RawMark;
import dev.parley.exchange.foreign.RawDocument.RawSet;
import dev.parley.exchange.foreign.RawDocument.RawSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the marks of one set while a file is read, in whatever order it tells of them. */
final class Collected {

    private final Map<String, Growing> marks = new LinkedHashMap<>();
    private final List<Tie> ties = new ArrayList<>();

    private static final class Growing {
        private final List<RawSpan> spans = new ArrayList<>();
        private final Map<String, Object> attributes = new LinkedHashMap<>();
        private final List<String> flags = new ArrayList<>();
        private String label = "";
        private @Nullable String entity;
        private @Nullable Confidence confidence;
    }

    private Growing at(String id) {
        return marks.computeIfAbsent(id, _ -> new Growing());
    }

    void mark(String id, String label, RawSpan span) {
        Growing mark = at(id);
        mark.label = label;
        mark.spans.add(span);
    }

    /** Whether it is known where a mark stands; things may be said of it before. */
    boolean has(String id) {
        Growing mark = marks.get(id);
        return mark != null && !mark.spans.isEmpty();
    }

    /** What is said of a mark: flags and links have names of their own, everything else is an attribute. */
    void say(String id, String name, Object value) {
        Growing mark = at(id);
        switch (name) {
            case "flags" -> {
                List<?> many = value instanceof List<?> list
                        ? list
                        : Arrays.asList(String.valueOf(value).split("[,|]"));
                many.forEach(flag -> mark.flags.add(String.valueOf(flag)));
            }
            case "entity" -> mark.entity = String.valueOf(value);
            case "confidence" ->
                mark.confidence = confidence(String.valueOf(value)).orElse(mark.confidence);
            default -> mark.attributes.put(name, value);
        }
    }

    void tie(String type, String from, String to) {
        ties.add(new Tie("r" + (ties.size() + 1), type, from, to));
    }

    RawSet set(String annotator) {
        Map<String, String> joined = new HashMap<>();
        for (Tie tie : ties) {
            String first = whole(joined, tie.to());
            String later = whole(joined, tie.from());
            Growing into = marks.get(first);
            Growing piece = marks.get(later);
            if (tie.type().equals(LabelStudioForm.CONTINUES) && into != null && piece != null && into != piece) {
                into.spans.addAll(piece.spans);
                marks.remove(later);
                joined.put(later, first);
            }
        }
        List<Tie> kept = ties.stream()
                .filter(tie -> !tie.type().equals(LabelStudioForm.CONTINUES))
                .map(tie -> new Tie(tie.id(), tie.type(), whole(joined, tie.from()), whole(joined, tie.to())))
                .toList();
        List<RawMark> raw = new ArrayList<>();
        marks.forEach((id, mark) -> {
            if (!mark.spans.isEmpty()) {
                raw.add(new RawMark(id, mark.label, mark.spans, mark.attributes, link(mark), mark.flags));
            }
        });
        return new RawSet(annotator, raw, kept);
    }

    /** The mark that a piece belongs to. */
    private static String whole(Map<String, String> joined, String id) {
        String whole = id;
        for (String next = joined.get(whole); next != null; next = joined.get(whole)) {
            whole = next;
        }
        return whole;
    }

    private static Mention.@Nullable Link link(Growing mark) {
        String entity = mark.entity;
        if (entity == null && mark.confidence == null) {
            return null;
        }
        boolean nil = entity == null || entity.isEmpty() || entity.equals("nil");
        return new Mention.Link(nil ? null : entity, mark.confidence == null ? Confidence.CERTAIN : mark.confidence);
    }

    private static Optional<Confidence> confidence(String word) {
        return Arrays.stream(Confidence.values())
                .filter(known -> known.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
