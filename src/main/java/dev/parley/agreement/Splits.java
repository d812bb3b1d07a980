package dev.parley.agreement;

import dev.parley.annotation.Annotation;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where one annotator marked as one what another marked in pieces: at least two marks of the other that lie inside, do not
 * overlap, begin and end where it does, and cover most of it. Words between the pieces, as in a list of names, are allowed
 * for. Marks that nest are no pieces: who also marked the whole did not split it.
 */
final class Splits {

    /** Share of the whole that the pieces cover at least. */
    private static final double COVERED = 0.6;
    /** Characters, such as a quotation mark, by which the outer ends may differ. */
    private static final int SLACK = 2;

    private record Placed(String cluster, Annotation member, List<Span> place) {

        int start() {
            return place.getFirst().start();
        }

        int end() {
            return place.getLast().end();
        }
    }

    private Splits() {}

    /** For each cluster that is part of a split the ids of all clusters that are, itself included. */
    static Map<String, Set<String>> among(List<? extends Cluster<?>> clusters) {
        Map<String, List<Placed>> byAnnotator = new TreeMap<>();
        for (Cluster<?> cluster : clusters) {
            cluster.members().forEach((annotator, member) -> {
                List<Span> place = Alignment.place(member);
                if (!place.isEmpty()) {
                    byAnnotator
                            .computeIfAbsent(annotator, name -> new ArrayList<>())
                            .add(new Placed(cluster.id(), member, place));
                }
            });
        }
        byAnnotator.values().forEach(placed -> placed.sort(Comparator.comparingInt(Placed::start)));
        Map<String, Cluster<?>> byId = new HashMap<>();
        clusters.forEach(cluster -> byId.put(cluster.id(), cluster));
        Map<String, Set<String>> splits = new HashMap<>();
        byAnnotator.forEach((annotator, wholes) -> byAnnotator.forEach((other, candidates) -> {
            if (!annotator.equals(other)) {
                wholes.forEach(whole -> find(annotator, other, whole, candidates, byId, splits));
            }
        }));
        return splits;
    }

    private static void find(
            String annotator,
            String other,
            Placed whole,
            List<Placed> candidates,
            Map<String, Cluster<?>> byId,
            Map<String, Set<String>> splits) {
        List<Placed> pieces = new ArrayList<>();
        for (int at = first(candidates, whole.start() - SLACK); at < candidates.size(); at++) {
            Placed candidate = candidates.get(at);
            if (candidate.start() >= whole.end()) {
                break;
            }
            if (candidate.end() <= whole.end() + SLACK && Characters.shared(candidate.place, whole.place) > 0) {
                pieces.add(candidate);
            }
        }
        if (tile(whole, pieces) && belongTogether(annotator, other, whole, pieces, byId)) {
            Set<String> together = new TreeSet<>(Set.of(whole.cluster));
            pieces.forEach(piece -> together.add(piece.cluster));
            together.forEach(cluster ->
                    splits.computeIfAbsent(cluster, id -> new TreeSet<>()).addAll(together));
        }
    }

    private static int first(List<Placed> sorted, int start) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean tile(Placed whole, List<Placed> pieces) {
        if (pieces.size() < 2
                || Math.abs(pieces.getFirst().start() - whole.start()) > SLACK
                || Math.abs(pieces.getLast().end() - whole.end()) > SLACK) {
            return false;
        }
        int covered = 0;
        int reached = 0;
        for (Placed piece : pieces) {
            if (piece.start() < reached) {
                return false;
            }
            reached = piece.end();
            covered += Characters.covered(piece.place);
        }
        return covered >= COVERED * Characters.covered(whole.place);
    }

    /** No piece is aligned with another mark of the first, nor the whole with anything but a piece of the second. */
    private static boolean belongTogether(
            String annotator, String other, Placed whole, List<Placed> pieces, Map<String, Cluster<?>> byId) {
        boolean piecesFree = pieces.stream().allMatch(piece -> {
            Annotation counterpart = member(byId, piece.cluster, annotator);
            return counterpart == null || counterpart.equals(whole.member);
        });
        Annotation counterpart = member(byId, whole.cluster, other);
        return piecesFree
                && (counterpart == null || pieces.stream().anyMatch(piece -> piece.member.equals(counterpart)));
    }

    private static @Nullable Annotation member(Map<String, Cluster<?>> byId, String cluster, String annotator) {
        Cluster<?> found = byId.get(cluster);
        return found == null ? null : found.members().get(annotator);
    }
}
