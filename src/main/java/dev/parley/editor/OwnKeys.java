package dev.parley.editor;

import dev.parley.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The keys somebody gave to the editor's actions; an action that is not named has its usual ones. Which actions there are,
 * and whether keys clash, only the editor knows: here it is held to a size.
 *
 * @param keys by action, such as {@code next-mark} to {@code [Alt-n]}
 */
public record OwnKeys(Map<String, List<String>> keys) {

    private static final int MOST_ACTIONS = 200;
    private static final int MOST_KEYS = 5;
    private static final Pattern ACTION = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final Pattern KEY = Pattern.compile("[^\\p{Cntrl}]{1,40}");

    /** @throws ProblemException invalid, naming the action and what is wrong with it */
    public OwnKeys {
        if (keys.size() > MOST_ACTIONS) {
            throw ProblemException.invalid(
                    "%d actions are too many; the editor has at most %d.".formatted(keys.size(), MOST_ACTIONS));
        }
        keys.forEach((action, own) -> {
            if (!ACTION.matcher(action).matches()) {
                throw ProblemException.invalid("“%s” is no name of an action.".formatted(action));
            }
            if (own.isEmpty()
                    || own.size() > MOST_KEYS
                    || own.stream().anyMatch(key -> !KEY.matcher(key).matches())) {
                throw ProblemException.invalid("The action %s has 1 to %d keys of 1 to 40 characters, not %s."
                        .formatted(action, MOST_KEYS, own));
            }
        });
        keys = Map.copyOf(keys);
    }

    /** In a fixed order, so that the same keys are the same answer. */
    @Override
    public Map<String, List<String>> keys() {
        return new TreeMap<>(keys);
    }
}
