package dev.parley.adjudication;

import dev.parley.adjudication.MergeRule.Strategy;
import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreement.Version;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a rule would decide. Depends on what annotators said and people decided alone, so that it can be worked out again. */
final class MergePlan {

    /** One in so many is looked at by a person afterwards. */
    private static final int AUDITED = 20;

    private final MergeRule rule;
    private final Beliefs beliefs;

    private MergePlan(MergeRule rule, Beliefs beliefs) {
        this.rule = rule;
        this.beliefs = beliefs;
    }

    /** @param dockets all documents of the project */
    static MergePlan of(MergeRule rule, Collection<Docket> dockets) {
        return new MergePlan(
                rule, rule.strategy() == Strategy.DAWID_SKENE ? Beliefs.modelled(dockets) : Beliefs.of(dockets));
    }

    /**
     * What the rule takes.
     *
     * @param version its number in the disagreement
     * @param posterior how likely it is right: the model's probability, or that by the shares of the votes
     */
    record Pick(int version, double posterior) {}

    Optional<Pick> pick(Disagreement disagreement) {
        if (rule.layer() != null && !rule.layer().equals(disagreement.layer())) {
            return Optional.empty();
        }
        double[] posteriors = beliefs.posteriors(disagreement);
        return (switch (rule.strategy()) {
                    case UNANIMOUS -> Optional.<Integer>empty();
                    case MAJORITY -> majority(disagreement);
                    case DAWID_SKENE -> likely(posteriors);
                    case ANNOTATOR ->
                        disagreement.of(String.valueOf(rule.annotator())).map(disagreement.versions()::indexOf);
                })
                .map(version -> new Pick(version, posteriors[version]));
    }

    private Optional<Integer> majority(Disagreement disagreement) {
        List<Integer> votes = disagreement.versions().stream()
                .map(Version::annotators)
                .map(List::size)
                .toList();
        int all = votes.stream().mapToInt(Integer::intValue).sum();
        int best = IntStream.range(0, votes.size())
                .reduce(0, (one, other) -> votes.get(other) > votes.get(one) ? other : one);
        int next = IntStream.range(0, votes.size())
                .filter(i -> i != best)
                .map(votes::get)
                .max()
                .orElse(0);
        boolean enough = votes.get(best) > rule.threshold() * all
                && votes.get(best) >= rule.support()
                && votes.get(best) - next >= rule.margin();
        return enough ? Optional.of(best) : Optional.empty();
    }

    private Optional<Integer> likely(double[] posteriors) {
        int best = IntStream.range(0, posteriors.length)
                .reduce(0, (one, other) -> posteriors[other] > posteriors[one] ? other : one);
        return posteriors[best] >= rule.threshold() ? Optional.of(best) : Optional.empty();
    }

    /** The same ones whenever it is asked: the last part of an id is as good as chance. */
    static boolean isAudited(String disagreement) {
        return Math.floorMod(disagreement.hashCode(), AUDITED) == 0;
    }
}
