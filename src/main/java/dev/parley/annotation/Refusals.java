package dev.parley.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects why an edit cannot be accepted, one sentence per fault, so that its sender hears of all at once. */
final class Refusals {

    private final List<String> sentences = new ArrayList<>();

    void add(String sentence, Object... values) {
        sentences.add(sentence.formatted(values));
    }

    boolean any() {
        return !sentences.isEmpty();
    }

    Optional<String> text() {
        return any() ? Optional.of(String.join(" ", sentences)) : Optional.empty();
    }
}
