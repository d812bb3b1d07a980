package dev.parley.adjudication;

import dev.parley.agreement.Cause;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a project settles, and when its gold set is ready to be used.
 *
 * @param hidesNames whether adjudicators see "Annotator 1" instead of a name
 * @param reasons reasons at one key each, at most nine of at most 200 characters
 * @param meetsTargets ready only if the lower bound of every agreement with a target reaches it
 * @param decides ready only if no disagreement of these causes is open
 * @param oneGuideline ready only if all sets were handed in under the same version of the guidelines
 * @param audits ready only if people have looked at the sample of what rules decided
 */
public record Rules(
        boolean hidesNames,
        List<String> reasons,
        boolean meetsTargets,
        Set<Cause> decides,
        boolean oneGuideline,
        boolean audits) {

    public static final Rules DEFAULT = new Rules(false, List.of(), true, EnumSet.allOf(Cause.class), false, true);

    public Rules {
        reasons = List.copyOf(reasons);
        decides = Set.copyOf(decides);
    }
}
