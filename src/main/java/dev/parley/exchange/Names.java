package dev.parley.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** How people are called in an export: by their sign-in name, or by a pseudonym that stays the same in later exports. */
public final class Names {

    private final UnaryOperator<String> naming;

    private Names(UnaryOperator<String> naming) {
        this.naming = naming;
    }

    /** Everybody under their own name. */
    public static Names own() {
        return new Names(name -> name);
    }

    /**
     * Everybody as {@code u} and a number.
     *
     * @param known numbers given in earlier exports, by sign-in name
     * @param next gives a number to somebody who has none and remembers it
     */
    public static Names pseudonyms(Map<String, Integer> known, ToIntFunction<String> next) {
        Map<String, Integer> numbers = new HashMap<>(known);
        return new Names(name -> "u" + numbers.computeIfAbsent(name, next::applyAsInt));
    }

    /** The name to write for a sign-in name. */
    public String of(String name) {
        return naming.apply(name);
    }
}
