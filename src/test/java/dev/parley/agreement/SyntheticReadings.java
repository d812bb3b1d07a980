package dev.parley.agreement;

import static dev.parley.agreement.Readings.by;

import dev.parley.annotation.AnnotationSet;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Readings of an article with a known truth: every annotator misses some targets, moves some boundaries and mistakes some
 * labels; a quarter of the targets lies inside another. The id of a mark ends in the target it was meant for.
 */
final class SyntheticReadings {

    private static final List<String> LABELS = List.of("PERSON", "ORG", "GPE");

    private SyntheticReadings() {}

    static List<AnnotationSet> sets(long seed, int annotators, int targets) {
        Random random = new Random(seed);
        List<Span> truth = new ArrayList<>();
        for (int at = 0; truth.size() < targets; at += 20 + random.nextInt(20)) {
            int length = 6 + random.nextInt(14);
            truth.add(new Span(at + 3, at + 3 + length));
            if (length > 12 && random.nextDouble() < 0.5) {
                truth.add(new Span(at + 3, at + 3 + length / 2 - 1));
            }
        }
        return IntStream.range(0, annotators)
                .mapToObj(annotator -> read(random, "annotator" + annotator, truth))
                .toList();
    }

    private static AnnotationSet read(Random random, String annotator, List<Span> truth) {
        Readings.Reading reading = by(annotator);
        for (int target = 0; target < truth.size(); target++) {
            if (random.nextDouble() < 0.12) {
                continue;
            }
            Span span = truth.get(target);
            int start = span.start() + wobble(random);
            int end = Math.max(start + 1, span.end() + wobble(random));
            String right = LABELS.get(target % LABELS.size());
            String label = random.nextDouble() < 0.12 ? LABELS.get(random.nextInt(LABELS.size())) : right;
            String id = "%08x-%d".formatted(random.nextInt(), target);
            reading.mention(id, start + "-" + end, label);
        }
        return reading.handedIn();
    }

    private static int wobble(Random random) {
        return random.nextDouble() < 0.3 ? random.nextInt(5) - 2 : 0;
    }

    /** All pairs of marks of different annotators that were meant for the same target. */
    static Set<String> pairsMeant(List<AnnotationSet> sets) {
        Set<String> pairs = new TreeSet<>();
        for (AnnotationSet one : sets) {
            for (AnnotationSet other : sets) {
                if (one.annotator().compareTo(other.annotator()) < 0) {
                    one.mentions()
                            .forEach(mention -> other.mentions().stream()
                                    .filter(second -> target(second.id()).equals(target(mention.id())))
                                    .forEach(second -> pairs.add(mention.id() + " " + second.id())));
                }
            }
        }
        return pairs;
    }

    private static String target(String id) {
        return id.substring(id.indexOf('-'));
    }

    static Set<String> pairs(Alignment alignment) {
        Set<String> pairs = new TreeSet<>();
        for (Cluster<?> cluster : alignment.mentions()) {
            List<String> names = List.copyOf(cluster.members().keySet());
            for (int i = 0; i < names.size(); i++) {
                for (int j = i + 1; j < names.size(); j++) {
                    pairs.add(cluster.of(names.get(i)).orElseThrow().id() + " "
                            + cluster.of(names.get(j)).orElseThrow().id());
                }
            }
        }
        return pairs;
    }
}
