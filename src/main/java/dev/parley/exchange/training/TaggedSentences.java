package dev.parley.exchange.training;

import dev.parley.document.Span;
import dev.parley.exchange.training.LinesView.Page;
import dev.parley.exchange.training.Outermost.Piece;
import dev.parley.exchange.words.Segmenter;
import dev.parley.exchange.words.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sentences whose tokens carry one tag each. What tags cannot say is named: nesting, half tokens, sentence borders. */
final class TaggedSentences {

    private static final String OUTSIDE = "O";

    private TaggedSentences() {}

    /** @param tags one for each token */
    record Tagged(Sentence sentence, List<String> tags) {}

    static List<Tagged> of(Page page, Tagging tagging) {
        List<Sentence> sentences = Segmenter.sentences(
                page.article().text(), page.article().document().language());
        Outermost outermost = Outermost.of(page.layers());
        outermost.left().forEach(id -> page.lost("mentions inside a longer one", id));
        List<Piece> pieces = outermost.kept();
        int[] owner = new int[pieces.size()];
        List<Tagged> tagged = new ArrayList<>(sentences.size());
        int next = 0;
        for (Sentence sentence : sentences) {
            String[] tags = new String[sentence.tokens().size()];
            Arrays.fill(tags, OUTSIDE);
            while (next < pieces.size()
                    && pieces.get(next).span().end() <= sentence.span().start()) {
                next++;
            }
            for (int i = next;
                    i < pieces.size()
                            && pieces.get(i).span().start() < sentence.span().end();
                    i++) {
                if (owner[i]++ > 0) {
                    page.lost(
                            "mentions that run over a sentence's end, cut there",
                            pieces.get(i).mention());
                }
                tag(page, tagging, sentence, pieces.get(i), tags);
            }
            tagged.add(new Tagged(sentence, List.of(tags)));
        }
        for (int i = 0; i < owner.length; i++) {
            if (owner[i] == 0) {
                page.lost("mentions that touch no token", pieces.get(i).mention());
            }
        }
        return tagged;
    }

    private static void tag(Page page, Tagging tagging, Sentence sentence, Piece piece, String[] tags) {
        int[] range = sentence.touched(piece.span());
        int first = range[0];
        int last = range[1];
        if (first == last) {
            page.lost("mentions that touch no token", piece.mention());
            return;
        }
        for (int i = first; i < last; i++) {
            if (!tags[i].equals(OUTSIDE)) {
                page.lost("mentions that share a token with another", piece.mention());
                return;
            }
        }
        Span covered = new Span(
                sentence.tokens().get(first).start(),
                sentence.tokens().get(last - 1).end());
        if (!piece.span().contains(covered) || covered.length() < piece.span().length() && isInside(piece, sentence)) {
            page.lost("mentions widened or narrowed to whole tokens", piece.mention());
        }
        boolean touches = first > 0 && tags[first - 1].endsWith("-" + piece.label());
        for (int i = first; i < last; i++) {
            tags[i] = tagging.tag(piece.label(), i == first, i == last - 1, touches);
        }
    }

    private static boolean isInside(Piece piece, Sentence sentence) {
        return sentence.span().contains(piece.span());
    }
}
