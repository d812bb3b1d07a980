package dev.parley.exchange;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A project on its way out: what to read, how much of it, and under which names.
 *
 * @param at when the export was asked for
 */
public record Outgoing(ExportSource source, ExportOptions options, Names names, Instant at) {

    /** Goes through every document and, in it, every set that goes out: gold first, then by annotator. */
    public void forEachSet(BiConsumer<Article, Layers> reader) {
        source.forEachArticle(article -> article.layers(options).forEach(layers -> reader.accept(article, layers)));
    }

    /** The sets of one document that go out. */
    public List<Layers> layers(Article article) {
        return article.layers(options);
    }

    /** What a set is called in files: {@code gold}, or the annotator's name or pseudonym. */
    public String nameOf(Layers layers) {
        return layers.name(names);
    }
}
