package dev.parley.scheme;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ids seen so far in one place where each may stand only once, and the forms ids have. */
final class Identifiers {

    /** Layers, roles, relations, checks, segments and schemes; relations and segments travel so in the export record. */
    static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    static final Pattern ATTRIBUTE = Pattern.compile("[a-z][A-Za-z0-9_-]{0,39}");
    static final Pattern LABEL = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    private final String what;
    private final Map<String, YamlValue> seen = new HashMap<>();

    /** @param what the thing in a fault, such as "label id" */
    Identifiers(String what) {
        this.what = what;
    }

    /** Reads the {@code id} of an entry; absent, with a fault, if it is missing, malformed or taken. */
    Optional<String> next(YamlMap entry, Pattern form) {
        return entry.need("id").flatMap(id -> next(id, form));
    }

    Optional<String> next(YamlValue id, Pattern form) {
        return id.text(form, "a " + what).filter(text -> isFree(text, id));
    }

    /** Takes a word that may stand once; a fault if it is taken. */
    boolean isFree(String word, YamlValue place) {
        YamlValue first = seen.putIfAbsent(word, place);
        if (first != null) {
            place.fault("The %s \"%s\" is already taken on line %d.".formatted(what, word, first.line()));
        }
        return first == null;
    }
}
