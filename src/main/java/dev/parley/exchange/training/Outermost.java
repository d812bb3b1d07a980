package dev.parley.exchange.training;

import dev.parley.annotation.Mention;
import dev.parley.document.Span;
import dev.parley.exchange.Layers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Of mentions that overlap, the longest: what a format without nesting can keep.
 *
 * @param kept by place, no two of them overlap
 * @param left ids of mentions of which something was left out
 */
public record Outermost(List<Piece> kept, List<String> left) {

    /** One stretch of a mention. */
    public record Piece(Span span, String label, String mention) {}

    public Outermost {
        kept = List.copyOf(kept);
        left = List.copyOf(left);
    }

    public static Outermost of(Layers layers) {
        List<Piece> pieces = new ArrayList<>();
        for (Mention mention : layers.mentions()) {
            mention.spans().forEach(span -> pieces.add(new Piece(span, mention.label(), mention.id())));
        }
        pieces.sort(Comparator.comparingInt((Piece piece) -> -piece.span().length())
                .thenComparing(Piece::span)
                .thenComparing(Piece::label)
                .thenComparing(Piece::mention));
        TreeMap<Integer, Piece> kept = new TreeMap<>();
        List<String> left = new ArrayList<>();
        for (Piece piece : pieces) {
            var before = kept.lowerEntry(piece.span().end());
            if (before != null && before.getValue().span().end() > piece.span().start()) {
                left.add(piece.mention());
            } else {
                kept.put(piece.span().start(), piece);
            }
        }
        return new Outermost(
                List.copyOf(kept.values()), left.stream().distinct().sorted().toList());
    }
}
