package dev.parley.adjudication;

import dev.parley.adjudication.GoldSet.Dropped;
import dev.parley.adjudication.GoldSet.Status;
import dev.parley.adjudication.Verdicts.Verdict;
import dev.parley.agreement.Alignment;
import dev.parley.agreement.Cluster;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.Constant;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works out the gold set of one document from its alignment and the decisions that hold. */
final class GoldDerivation {

    /** Finds ends of relations that lie in other documents. */
    @FunctionalInterface
    interface Elsewhere {

        /** The id that an annotator's annotation has in the gold set of its own document, if it is in there. */
        Optional<String> goldId(String annotator, Relation.End end);

        Elsewhere UNKNOWN = (annotator, end) -> Optional.empty();
    }

    private static final String ADJUDICATOR = "";

    private final Alignment alignment;
    private final Verdicts verdicts;
    private final GoldIds ids;
    private final Elsewhere elsewhere;
    private final Map<String, Mention> mentions = new LinkedHashMap<>();
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Map<String, Relation> relations = new LinkedHashMap<>();
    private final List<Dropped> dropped = new ArrayList<>();

    private GoldDerivation(Alignment alignment, Verdicts verdicts, GoldIds ids, Elsewhere elsewhere) {
        this.alignment = alignment;
        this.verdicts = verdicts;
        this.ids = ids;
        this.elsewhere = elsewhere;
    }

    static GoldSet derive(
            Alignment alignment,
            Collection<Decision> decisions,
            Verdicts verdicts,
            GoldIds ids,
            Elsewhere elsewhere,
            int assigned) {
        Status status = status(alignment, decisions, verdicts, assigned);
        GoldDerivation derivation = new GoldDerivation(alignment, verdicts, ids, elsewhere);
        if (status != Status.NONE) {
            derivation.run();
        }
        return new GoldSet(
                alignment.document().id(),
                status,
                verdicts.undecided(),
                derivation.mentions.values().stream()
                        .sorted(byPlace(Mention::spans).thenComparing(Mention::id))
                        .toList(),
                derivation.claims.values().stream()
                        .sorted(byPlace(Claim::content).thenComparing(Claim::id))
                        .toList(),
                derivation.relations.values().stream()
                        .sorted(Comparator.comparing(Relation::id))
                        .toList(),
                derivation.support(),
                derivation.dropped,
                decisions.stream().max(Comparator.comparing(Decision::decidedAt)));
    }

    private static Status status(Alignment alignment, Collection<Decision> decisions, Verdicts verdicts, int assigned) {
        int handedIn = alignment.sets().size();
        if (handedIn < 2) {
            return handedIn == 1 && assigned == 1 ? Status.SINGLE : Status.NONE;
        }
        if (verdicts.undecided() > 0) {
            return Status.IN_PROGRESS;
        }
        if (verdicts.disagreements().isEmpty()) {
            return Status.UNANIMOUS;
        }
        return decisions.stream().anyMatch(Decision::isAutomatic) ? Status.MERGED : Status.ADJUDICATED;
    }

    private static <T> Comparator<T> byPlace(Function<T, List<Span>> place) {
        return Comparator.comparingInt(item ->
                place.apply(item).stream().mapToInt(Span::start).findFirst().orElse(Integer.MAX_VALUE));
    }

    private void run() {
        alignment.mentions().forEach(this::mention);
        alignment.claims().forEach(this::claim);
        new HashSet<>(claims.keySet()).stream().sorted().forEach(this::breakCycle);
        alignment.relations().forEach(this::relation);
    }

    private void mention(Cluster<Mention> cluster) {
        switch (verdicts.of(cluster)) {
            case Verdict.Taken(String ignored, Mention mention) -> put(cluster, mention);
            case Verdict.Own(Mention mention) -> put(cluster, mention);
            default -> {}
        }
    }

    private void put(Cluster<?> cluster, Mention mention) {
        String id = ids.of(cluster);
        mentions.putIfAbsent(
                id,
                new Mention(
                        id, mention.label(), mention.spans(), mention.attributes(), mention.link(), mention.flags()));
    }

    private void claim(Cluster<Claim> cluster) {
        switch (verdicts.of(cluster)) {
            case Verdict.Taken(String annotator, Claim claim) -> put(cluster, annotator, claim);
            case Verdict.Own(Claim claim) -> put(cluster, ADJUDICATOR, claim);
            default -> {}
        }
    }

    private void put(Cluster<?> cluster, String annotator, Claim claim) {
        String id = ids.of(cluster);
        claims.put(
                id,
                new Claim(
                        id,
                        claim.content(),
                        claim.cue(),
                        parties("source", annotator, claim.source()),
                        parties("addressee", annotator, claim.addressee()),
                        parties("target", annotator, claim.target()),
                        parties("via", annotator, claim.via()),
                        parent(annotator, claim.parent()),
                        claim.attributes(),
                        claim.implicit(),
                        claim.flags()));
    }

    private List<Party> parties(String role, String annotator, List<Party> parties) {
        return parties.stream()
                .flatMap(party -> party(role, annotator, party).stream())
                .distinct()
                .toList();
    }

    private Optional<Party> party(String role, String annotator, Party party) {
        return switch (party) {
            case ConstantParty constant -> Optional.of(constant);
            case MentionParty(String mention) ->
                mention(annotator, mention)
                        .<Party>map(MentionParty::new)
                        .or(() -> mayBeUncertain(role)
                                ? Optional.of(new ConstantParty(Constant.UNCERTAIN))
                                : Optional.empty());
        };
    }

    /** Only roles that know the constant can say that whoever it was is not settled; from others the party is taken away. */
    private boolean mayBeUncertain(String role) {
        String uncertain = Constant.UNCERTAIN.name().toLowerCase(Locale.ROOT);
        return alignment.scheme().frame().stream()
                .flatMap(frame -> frame.role(role).stream())
                .anyMatch(found -> found.constants().contains(uncertain));
    }

    /**
     * The gold id of a mention that a claim or relation refers to. Where nobody has decided about the mention yet, the
     * version's own is taken in for now; where it was decided away, there is none.
     */
    private Optional<String> mention(String annotator, String id) {
        return cluster(Kind.MENTION, annotator, id).flatMap(cluster -> {
            switch (verdicts.of(cluster)) {
                case Verdict.Nothing() -> {
                    return Optional.empty();
                }
                case Verdict.Open() -> {
                    Annotation own = cluster.members().containsKey(annotator)
                            ? cluster.of(annotator).orElseThrow()
                            : cluster.annotations().getFirst();
                    if (own instanceof Mention mention) {
                        put(cluster, mention);
                    }
                }
                default -> {}
            }
            return Optional.of(ids.of(cluster));
        });
    }

    /** An adjudicator's own annotation speaks in ids of the gold set. */
    private Optional<Cluster<?>> cluster(Kind kind, String annotator, String id) {
        return annotator.equals(ADJUDICATOR) ? ids.cluster(kind, id) : alignment.cluster(kind, annotator, id);
    }

    private @Nullable String parent(String annotator, @Nullable String parent) {
        return parent == null
                ? null
                : cluster(Kind.CLAIM, annotator, parent)
                        .filter(verdicts::isSettled)
                        .map(ids::of)
                        .orElse(null);
    }

    /** Parents taken from different annotators may run in a circle; the claim that closes it stands on its own. */
    private void breakCycle(String start) {
        Set<String> seen = new HashSet<>();
        String at = start;
        while (at != null && seen.add(at)) {
            Claim claim = claims.get(at);
            at = claim == null ? null : claim.parent();
        }
        Claim first = claims.get(start);
        if (start.equals(at) && first != null) {
            claims.put(start, first.within(null));
        }
    }

    private void relation(Cluster<Relation> cluster) {
        switch (verdicts.of(cluster)) {
            case Verdict.Taken(String annotator, Relation relation) -> put(cluster, annotator, relation);
            case Verdict.Own(Relation relation) -> put(cluster, ADJUDICATOR, relation);
            default -> {}
        }
    }

    private void put(Cluster<?> cluster, String annotator, Relation relation) {
        Optional<Relation.End> from = end(annotator, relation.from());
        Optional<Relation.End> to = end(annotator, relation.to());
        if (from.isEmpty() || to.isEmpty()) {
            dropped.add(new Dropped(
                    relation,
                    "The %s it ties is not in the gold set."
                            .formatted((from.isEmpty() ? relation.from() : relation.to())
                                    .kind()
                                    .name()
                                    .toLowerCase(Locale.ROOT))));
        } else {
            String id = ids.of(cluster);
            relations.put(id, new Relation(id, relation.type(), from.get(), to.get()));
        }
    }

    private Optional<Relation.End> end(String annotator, Relation.End end) {
        if (end.document() != null
                && !end.document().equals(alignment.document().id())) {
            Optional<String> id =
                    annotator.equals(ADJUDICATOR) ? Optional.of(end.annotation()) : elsewhere.goldId(annotator, end);
            return id.map(found -> new Relation.End(end.kind(), found, end.document()));
        }
        Optional<String> id = end.kind() == Kind.MENTION
                ? mention(annotator, end.annotation())
                : cluster(end.kind(), annotator, end.annotation()).map(ids::of).filter(claims::containsKey);
        return id.map(found -> new Relation.End(end.kind(), found, null));
    }

    private List<GoldSet.Support> support() {
        SupportCounter counter = new SupportCounter(alignment.scheme());
        return alignment
                .clusters()
                .filter(cluster -> {
                    String id = ids.of(cluster);
                    return mentions.containsKey(id) || claims.containsKey(id) || relations.containsKey(id);
                })
                .map(cluster -> counter.of(ids.of(cluster), cluster))
                .toList();
    }
}
