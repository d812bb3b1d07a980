package dev.parley.document;

import dev.parley.document.Lines.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposes where the articles of a text begin and end. Sites paste several stories into one file, and within each the
 * lines follow each other without a gap; other sites put an empty line after every paragraph. So a gap alone says
 * nothing, but a dense block does: with two or more of them each is an article, together with the short blocks before it.
 */
final class ArticleCuts {

    /** A block of this many lines is a story, not a paragraph. */
    private static final int DENSE = 4;

    private ArticleCuts() {}

    /** Spans without the empty lines around them; empty only for a text without anything to see. */
    static List<Span> propose(DocumentText text) {
        Lines lines = Lines.of(text);
        List<Block> blocks = lines.blocks();
        if (blocks.isEmpty()) {
            return List.of();
        }
        long dense = blocks.stream().filter(ArticleCuts::isDense).count();
        if (dense < 2) {
            return List.of(span(lines, blocks.getFirst(), blocks.getLast()));
        }
        List<Span> cuts = new ArrayList<>();
        Block first = blocks.getFirst();
        long left = dense;
        for (int i = 0; i < blocks.size(); i++) {
            if (isDense(blocks.get(i))) {
                left--;
                // what comes after the last story has no other to belong to
                Block last = left == 0 ? blocks.getLast() : blocks.get(i);
                cuts.add(span(lines, first, last));
                if (left == 0) {
                    break;
                }
                first = blocks.get(i + 1);
            }
        }
        return cuts;
    }

    private static boolean isDense(Block block) {
        return block.lines() >= DENSE;
    }

    private static Span span(Lines lines, Block first, Block last) {
        return new Span(lines.get(first.first()).start(), lines.get(last.last()).end());
    }
}
