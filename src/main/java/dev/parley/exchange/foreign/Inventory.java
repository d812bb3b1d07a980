package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.RawDocument.RawMark;
import dev.parley.exchange.foreign.RawDocument.RawSet;
import dev.parley.scheme.Attribute.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a file tells beside its labels, so that a scheme can be made of it: attributes with their values, relations with what
 * they tie, the parts of claims. Holds a bounded number of names, however long the file.
 */
public final class Inventory {

    /** What a mark of a claim says of its parts rather than as an attribute. */
    private static final Set<String> PARTS = Set.of("source", "addressee", "target", "via", "implicit", "speaker");

    private static final Set<String> ROLES = Set.of("source", "addressee", "target", "via", "cue", "parent", "speaker");
    private static final int MOST_NAMES = 100;

    private final Map<String, Values> ofMentions = new TreeMap<>();
    private final Map<String, Values> ofClaims = new TreeMap<>();
    private final Map<String, Map<Ends, Integer>> ties = new TreeMap<>();
    private final Set<String> roles = new TreeSet<>();
    private boolean links;

    /** An attribute of the file, and what it may hold, judged by what it does hold. */
    public record Found(String name, Type type, List<String> values) {

        public Found {
            values = List.copyOf(values);
        }
    }

    /** What a relation ties: claims, or else mentions. */
    public record Ends(boolean fromClaim, boolean toClaim) {}

    void look(RawSet set) {
        Map<String, Boolean> claims = new HashMap<>();
        for (RawMark mark : set.marks()) {
            boolean claim = mark.label().equals(Mark.CLAIM);
            claims.put(mark.id(), claim);
            links = links || mark.link() != null;
            mark.attributes().forEach((name, value) -> {
                if (claim && PARTS.contains(name)) {
                    roles.add(role(name));
                } else {
                    add(claim ? ofClaims : ofMentions, name, value);
                }
            });
        }
        for (Tie tie : set.ties()) {
            Ends ends = new Ends(claims.getOrDefault(tie.from(), false), claims.getOrDefault(tie.to(), false));
            if (ends.fromClaim && ROLES.contains(tie.type())) {
                roles.add(role(tie.type()));
            } else if (ties.containsKey(tie.type()) || ties.size() < MOST_NAMES) {
                ties.computeIfAbsent(tie.type(), _ -> new HashMap<>()).merge(ends, 1, Integer::sum);
            }
        }
    }

    private static String role(String name) {
        return name.equals("speaker") ? "source" : name;
    }

    private static void add(Map<String, Values> attributes, String name, Object value) {
        if (attributes.containsKey(name) || attributes.size() < MOST_NAMES) {
            attributes.computeIfAbsent(name, _ -> new Values()).add(value);
        }
    }

    public List<Found> attributesOfMentions() {
        return found(ofMentions);
    }

    public List<Found> attributesOfClaims() {
        return found(ofClaims);
    }

    private static List<Found> found(Map<String, Values> attributes) {
        List<Found> found = new ArrayList<>();
        attributes.forEach((name, values) -> found.add(values.found(name)));
        return found;
    }

    /** By type, what most relations of that type tie. */
    public Map<String, Ends> relations() {
        Map<String, Ends> relations = new TreeMap<>();
        ties.forEach((type, counts) -> relations.put(
                type,
                counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey()));
        return relations;
    }

    /** Parts of claims that occur, beside the words of the claim itself. */
    public Set<String> roles() {
        return roles;
    }

    /** Whether marks are linked to entities. */
    public boolean hasLinks() {
        return links;
    }

    /** What an attribute holds in the file. */
    private static final class Values {

        /** More different values than one would choose from: it is text. */
        private static final int MOST = 20;

        private static final int LONGEST = 60;
        private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}|-?[0-9]+[.][0-9]+([eE][-+]?[0-9]+)?");

        private final Set<String> words = new TreeSet<>();
        private boolean several;
        private boolean text;
        private boolean numbers = true;
        private boolean flags = true;

        void add(Object value) {
            List<String> said = value instanceof List<?> many
                    ? many.stream().map(String::valueOf).toList()
                    : Stream.of(String.valueOf(value).split("[|]")).toList();
            several = several || value instanceof List<?> || said.size() > 1;
            for (String word : said) {
                numbers = numbers && NUMBER.matcher(word).matches();
                flags = flags && (word.equals("true") || word.equals("false"));
                text = text
                        || word.isBlank()
                        || !word.equals(word.strip())
                        || word.length() > LONGEST
                        || word.chars().anyMatch(Character::isISOControl)
                        || words.size() == MOST && !words.contains(word);
                if (!text) {
                    words.add(word);
                }
            }
        }

        Found found(String name) {
            if (several) {
                return text ? new Found(name, Type.TEXT, List.of()) : new Found(name, Type.CHOICES, List.copyOf(words));
            }
            if (flags) {
                return new Found(name, Type.FLAG, List.of());
            }
            if (numbers) {
                return new Found(name, Type.NUMBER, List.of());
            }
            return text ? new Found(name, Type.TEXT, List.of()) : new Found(name, Type.CHOICE, List.copyOf(words));
        }
    }
}
