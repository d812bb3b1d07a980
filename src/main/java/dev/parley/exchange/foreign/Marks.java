package dev.parley.exchange.foreign;

import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.Span;
import dev.parley.exchange.Article;
import dev.parley.exchange.ExportOrder;
import dev.parley.exchange.Layers;
import dev.parley.exchange.Losses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A set as a graph of marks and ties, the common ground of all annotation tools. A claim becomes a mark over its content
 * ({@link Mark#CLAIM}); its cue a mark of its own ({@link Mark#CUE}); who takes part, and the claim around it, become ties
 * named by their role; a source that stands nowhere in the text becomes an attribute of that name.
 */
public record Marks(List<Mark> marks, List<Tie> ties) {

    static final List<String> PARTY_ROLES = List.of("source", "addressee", "target", "via");
    static final String CUE_ROLE = "cue";
    static final String PARENT_ROLE = "parent";
    /** Says of a claim's mark that it covers the cue because the content is not said in words. */
    static final String IMPLICIT = "implicit";

    public Marks {
        marks = List.copyOf(marks);
        ties = List.copyOf(ties);
    }

    /** Everything in a set but relations to other documents, and claims that stand nowhere in the text. */
    static Marks of(Article article, Layers layers, Losses losses) {
        List<Mark> marks = new ArrayList<>();
        List<Tie> ties = new ArrayList<>();
        layers.mentions().stream()
                .sorted(ExportOrder.MENTIONS)
                .map(mention -> new Mark(
                        mention.id(),
                        mention.label(),
                        mention.spans(),
                        mention.attributes(),
                        mention.link(),
                        mention.flags()))
                .forEach(marks::add);
        layers.claims().stream().sorted(ExportOrder.CLAIMS).forEach(claim -> {
            if (claim.content().isEmpty() && claim.cue().isEmpty()) {
                losses.add("claims that stand nowhere in the text", article, claim.id());
            } else {
                add(claim, marks, ties);
            }
        });
        layers.relations().stream()
                .filter(relation ->
                        relation.from().document() == null && relation.to().document() == null)
                .sorted(ExportOrder.RELATIONS)
                .map(relation -> new Tie(
                        relation.id(),
                        relation.type(),
                        relation.from().annotation(),
                        relation.to().annotation()))
                .forEach(ties::add);
        return new Marks(marks, whole(article, marks, ties, losses));
    }

    private static List<Tie> whole(Article article, List<Mark> marks, List<Tie> ties, Losses losses) {
        Set<String> known = marks.stream().map(Mark::id).collect(Collectors.toSet());
        List<Tie> whole = new ArrayList<>();
        for (Tie tie : ties) {
            if (known.contains(tie.from()) && known.contains(tie.to())) {
                whole.add(tie);
            } else {
                losses.add("ties to something that is not in the set", article, tie.id());
            }
        }
        return whole;
    }

    private static void add(Claim claim, List<Mark> marks, List<Tie> ties) {
        Map<String, Object> attributes = new TreeMap<>(claim.attributes());
        for (String role : PARTY_ROLES) {
            int number = 0;
            List<String> constants = new ArrayList<>();
            for (Party party : claim.parties(role)) {
                switch (party) {
                    case MentionParty(String mention) ->
                        ties.add(new Tie("%s.%s.%d".formatted(claim.id(), role, ++number), role, claim.id(), mention));
                    case ConstantParty(Claim.Constant constant) ->
                        constants.add(constant.name().toLowerCase(Locale.ROOT));
                }
            }
            if (!constants.isEmpty()) {
                attributes.put(role, constants.size() == 1 ? constants.getFirst() : constants);
            }
        }
        List<Span> place = claim.content().isEmpty() ? claim.cue() : claim.content();
        if (claim.implicit() || claim.content().isEmpty()) {
            attributes.put(IMPLICIT, true);
        }
        marks.add(new Mark(claim.id(), Mark.CLAIM, place, attributes, null, claim.flags()));
        if (!claim.cue().isEmpty() && !claim.content().isEmpty()) {
            String id = claim.id() + ".cue";
            marks.add(new Mark(id, Mark.CUE, claim.cue(), Map.of(), null, List.of()));
            ties.add(new Tie(id + ".1", CUE_ROLE, claim.id(), id));
        }
        if (claim.parent() != null) {
            ties.add(new Tie(claim.id() + ".parent", PARENT_ROLE, claim.id(), claim.parent()));
        }
    }

    /**
     * Back to annotations. Marks labelled as claims become claims, with the ties that start at them; other ties become
     * relations. A tie that fits neither is left to the scheme to refuse.
     *
     * @param relations ids of the scheme's relation types
     */
    public List<Annotation> annotations(Set<String> relations) {
        Map<String, Mark> byId = marks.stream().collect(Collectors.toMap(Mark::id, mark -> mark, (a, b) -> a));
        Set<String> used = new HashSet<>();
        List<Annotation> claims = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.label().equals(Mark.CLAIM)) {
                claims.add(claim(mark, byId, used, relations));
            }
        }
        List<Annotation> annotations = new ArrayList<>();
        for (Mark mark : marks) {
            boolean cueOfSome = mark.label().equals(Mark.CUE) && used.contains(mark.id());
            if (!mark.label().equals(Mark.CLAIM) && !cueOfSome) {
                annotations.add(new Mention(
                        mark.id(), mark.label(), mark.spans(), mark.attributes(), mark.link(), mark.flags()));
            }
        }
        annotations.addAll(claims);
        for (Tie tie : ties) {
            if (!used.contains(tie.id())) {
                annotations.add(new Relation(tie.id(), tie.type(), end(byId, tie.from()), end(byId, tie.to())));
            }
        }
        return annotations;
    }

    private Claim claim(Mark mark, Map<String, Mark> byId, Set<String> used, Set<String> relations) {
        Map<String, Object> attributes = new TreeMap<>(mark.attributes());
        boolean implicit = String.valueOf(attributes.remove(IMPLICIT)).equals("true");
        Map<String, List<Party>> parties = new TreeMap<>();
        PARTY_ROLES.forEach(role -> parties.put(role, new ArrayList<>()));
        List<Span> cue = new ArrayList<>();
        String parent = null;
        for (Tie tie : ties) {
            if (!tie.from().equals(mark.id())) {
                continue;
            }
            Mark to = byId.get(tie.to());
            String role = tie.type().equals("speaker") ? "source" : tie.type();
            if (parties.containsKey(role)) {
                parties.get(role).add(new MentionParty(tie.to()));
                used.add(tie.id());
            } else if (role.equals(CUE_ROLE) && to != null) {
                cue.addAll(to.spans());
                used.add(to.id());
                used.add(tie.id());
            } else if (role.equals(PARENT_ROLE) && !relations.contains(role)) {
                parent = tie.to();
                used.add(tie.id());
            }
        }
        parties.forEach((role, all) -> all.addAll(constants(attributes, role)));
        return new Claim(
                mark.id(),
                implicit ? List.of() : mark.spans(),
                implicit ? mark.spans() : cue.stream().sorted().toList(),
                parties.getOrDefault("source", List.of()),
                parties.getOrDefault("addressee", List.of()),
                parties.getOrDefault("target", List.of()),
                parties.getOrDefault("via", List.of()),
                parent,
                attributes,
                implicit,
                mark.flags());
    }

    private static List<Party> constants(Map<String, Object> attributes, String role) {
        List<Party> parties = new ArrayList<>();
        Object said = attributes.get(role);
        List<?> words = said instanceof List<?> many ? many : said == null ? List.of() : List.of(said);
        for (Object word : words) {
            for (Claim.Constant constant : Claim.Constant.values()) {
                if (constant.name().equalsIgnoreCase(String.valueOf(word))) {
                    parties.add(new ConstantParty(constant));
                }
            }
        }
        if (!parties.isEmpty()) {
            attributes.remove(role);
        }
        return parties;
    }

    private static Relation.End end(Map<String, Mark> byId, String id) {
        Mark mark = byId.get(id);
        boolean claim = mark != null && mark.label().equals(Mark.CLAIM);
        return new Relation.End(claim ? Annotation.Kind.CLAIM : Annotation.Kind.MENTION, id, null);
    }
}
