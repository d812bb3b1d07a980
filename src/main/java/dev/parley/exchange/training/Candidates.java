package dev.parley.exchange.training;

import dev.parley.registry.Entity;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which entities of the registry some words might name: those that share a word with them, most words first. */
final class Candidates {

    private static final int MOST = 10;

    private final Map<String, List<String>> byWord = new HashMap<>();

    Candidates(List<Entity> entities) {
        for (Entity entity : entities) {
            entity.names().stream()
                    .flatMap(Candidates::words)
                    .distinct()
                    .forEach(word ->
                            byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(entity.id()));
        }
    }

    /** @param right the entity that is named, which is always among them */
    List<String> of(String words, @Nullable String right) {
        Map<String, Integer> shared = new HashMap<>();
        words(words)
                .distinct()
                .forEach(word -> byWord.getOrDefault(word, List.of()).forEach(id -> shared.merge(id, 1, Integer::sum)));
        if (right != null) {
            shared.putIfAbsent(right, 0);
        }
        List<String> ranked = shared.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        List<String> best = new ArrayList<>(ranked.subList(0, Math.min(MOST, ranked.size())));
        if (right != null && !best.contains(right)) {
            best.set(best.size() - 1, right);
        }
        return best;
    }

    private static Stream<String> words(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return Stream.of(folded.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty());
    }
}
