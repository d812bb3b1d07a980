package dev.parley.adjudication;

import dev.parley.agreement.Alignment;
import dev.parley.agreement.Cluster;
import dev.parley.agreement.Disagreement;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Relation;
import dev.parley.document.Document;
import dev.parley.document.DocumentText;
import dev.parley.problem.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Everything about one document that adjudication needs, worked out from its sets and its decisions. */
final class Docket {

    private final Aligned reading;
    private final Alignment alignment;
    private final Map<String, Decision> decisions;
    private final Verdicts verdicts;
    private final GoldIds ids;
    private final int assigned;

    /** @param decisions those about the document that stand */
    Docket(Aligned reading, Collection<Decision> decisions) {
        this.reading = reading;
        this.alignment = reading.alignment();
        this.decisions = decisions.stream().collect(Collectors.toMap(Decision::disagreement, Function.identity()));
        this.verdicts = new Verdicts(alignment, reading.disagreements(), this.decisions);
        this.ids = reading.ids();
        this.assigned = reading.assigned();
    }

    Document document() {
        return alignment.document();
    }

    Alignment alignment() {
        return alignment;
    }

    Map<String, Aligned.Look> looks(Supplier<DocumentText> text) {
        return reading.looks(text);
    }

    List<Disagreement> disagreements() {
        return verdicts.disagreements();
    }

    Optional<Disagreement> disagreement(String id) {
        return verdicts.disagreement(id);
    }

    /** How many places all annotators agree on. */
    int agreed() {
        return alignment.annotators().size() < 2
                ? 0
                : (int) alignment
                                .clusters()
                                .filter(cluster -> !cluster.excluded())
                                .count()
                        - disagreements().size();
    }

    /** @throws ProblemException not found */
    Disagreement require(String id) {
        return disagreement(id).orElseThrow(() -> ProblemException.notFound("disagreement", id));
    }

    Collection<Decision> decisions() {
        return decisions.values();
    }

    Optional<Decision> decision(String disagreement) {
        return Optional.ofNullable(decisions.get(disagreement));
    }

    GoldIds ids() {
        return ids;
    }

    GoldSet gold(GoldDerivation.Elsewhere elsewhere) {
        return GoldDerivation.derive(alignment, decisions.values(), verdicts, ids, elsewhere, assigned);
    }

    /** The gold set as it would be if every open disagreement went to its first version: all that may be referred to. */
    AnnotationSet everything() {
        GoldSet all = GoldDerivation.derive(
                alignment, decisions.values(), verdicts.openAsFirst(), ids, GoldDerivation.Elsewhere.UNKNOWN, assigned);
        return all.asAnnotationSet(
                alignment.scheme().version(), decisions.size(), document().createdAt());
    }

    AnnotationSet goldAsSet(GoldDerivation.Elsewhere elsewhere) {
        return gold(elsewhere)
                .asAnnotationSet(
                        alignment.scheme().version(),
                        decisions.size(),
                        document().createdAt());
    }

    /** The id an annotator's annotation has in the gold set, if it is certain to be there. */
    Optional<String> settledId(String annotator, Relation.End end) {
        return alignment
                .cluster(end.kind(), annotator, end.annotation())
                .filter(verdicts::isSettled)
                .map(ids::of);
    }

    /** The cluster a disagreement is about. */
    Cluster<?> cluster(String disagreement) {
        return Optional.ofNullable(alignment.byId().get(disagreement)).orElseThrow();
    }

    /** The annotations of a disagreement's cluster, by annotator. */
    Map<String, ? extends Annotation> members(String disagreement) {
        return cluster(disagreement).members();
    }
}
