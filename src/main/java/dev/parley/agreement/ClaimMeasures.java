package dev.parley.agreement;

import dev.parley.agreement.LayerMeasures.Look;
import dev.parley.agreement.Measure.Sample;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.Party;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** For experts: how far the cue and the parties of claims coincide where they are not simply the same. */
final class ClaimMeasures {

    private static final List<String> PARTIES = List.of("source", "addressee", "target", "via");

    private final LayerMeasures layer;

    ClaimMeasures(LayerMeasures layer) {
        this.layer = layer;
    }

    /**
     * @param roles those that claims have in this scheme
     * @param documents all that will be asked about
     */
    List<Measure> all(List<String> roles, Collection<DocumentSamples> documents) {
        return roles.stream()
                .flatMap(role -> role.equals("cue")
                        ? Stream.of(cue())
                        : PARTIES.contains(role)
                                ? Stream.of(party(role), alpha(role).over(documents))
                                : Stream.empty())
                .toList();
    }

    private OpenAlpha alpha(String role) {
        Map<String, Object> how = layer.how(
                "Krippendorff's alpha, MASI distance, over aligned claims; parties compared by entity or aligned mention,"
                        + " claims where nobody names one left out");
        how.put("units", "aligned claims where somebody names one");
        return new OpenAlpha(layer, role + "-alpha", how, (alignment, cluster, annotator, member) -> {
            boolean named = cluster.annotations().stream()
                    .anyMatch(claim -> !parties((Claim) claim, role).isEmpty());
            return named ? alignment.parts().parties(annotator, parties((Claim) member, role)) : null;
        });
    }

    private Measure cue() {
        return f1(
                "cue-f1",
                "F1 over aligned claims: cues that share a character, of all cues",
                (alignment, annotator, member) -> ((Claim) member).cue(),
                (one, other) -> Characters.shared(one, other) > 0 ? 1 : 0,
                cue -> cue.isEmpty() ? 0 : 1);
    }

    private Measure party(String role) {
        String variant =
                "F1 over aligned claims: parties both name, of all named, compared by entity or aligned mention";
        return f1(
                role + "-f1",
                variant,
                (alignment, annotator, member) -> alignment.parts().parties(annotator, parties((Claim) member, role)),
                (one, other) -> (int) one.stream().filter(other::contains).count(),
                Set::size);
    }

    private static List<Party> parties(Claim claim, String role) {
        return switch (role) {
            case "source" -> claim.source();
            case "addressee" -> claim.addressee();
            case "target" -> claim.target();
            default -> claim.via();
        };
    }

    /**
     * @param common how much two have in common
     * @param all how much one has
     */
    private <V> Measure f1(
            String name, String variant, Look<V> look, ToIntBiFunction<V, V> common, ToIntFunction<V> all) {
        Map<String, Object> how = layer.how(variant);
        how.put("units", "of aligned pairs");
        return Measure.of(
                name,
                how,
                2,
                alignment -> {
                    double[] numbers = new double[2];
                    layer.inPairs(alignment, look, (one, other) -> {
                        numbers[0] += common.applyAsInt(one, other);
                        numbers[1] += all.applyAsInt(one) + all.applyAsInt(other);
                    });
                    return Sample.of(numbers, (int) numbers[1]);
                },
                sums -> sums[1] == 0
                        ? Outcome.undefined(Outcome.Reason.NO_MATCHES)
                        : Outcome.of(2 * sums[0] / sums[1]));
    }
}
