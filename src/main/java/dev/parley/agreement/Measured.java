package dev.parley.agreement;

import java.util.Map;
import java.util.Optional;

/**
 * A measure, what it came to, and how it was computed.
 *
 * @param measure name as in HTTP: {@code found-f1}, {@code boundary}, {@code label-alpha}, {@code attribute-alpha}, or the
 *     id of a claim's role
 * @param interval absent if there are too few documents for one
 * @param documents how many documents it rests on
 * @param units how many things were compared; {@code how} says which
 * @param how variant, parameters, seed, what was left out; plain values for people and programs
 */
public record Measured(
        String measure,
        Outcome outcome,
        Optional<Interval> interval,
        int documents,
        int units,
        Map<String, Object> how) {

    Measured because(Outcome.Reason reason) {
        return new Measured(measure, Outcome.undefined(reason), Optional.empty(), documents, units, how);
    }
}
