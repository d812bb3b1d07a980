package dev.parley.exchange.parquet;

import static dev.parley.exchange.parquet.Column.structs;
import static dev.parley.exchange.parquet.Column.text;
import static dev.parley.exchange.parquet.Column.texts;

import dev.parley.agreement.Alignment;
import dev.parley.agreement.Cluster;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.Span;
import dev.parley.exchange.Article;
import dev.parley.exchange.Bundle;
import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.Layers;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import dev.parley.exchange.parquet.Rows.Row;
import dev.parley.exchange.split.Part;
import dev.parley.exchange.split.Placement;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A folder that Hugging Face's loader reads and people understand: a card, and Parquet files for three configurations - what
 * is settled, what each annotator said, and where they differ.
 */
final class HuggingFaceForm implements Form {

    private static final List<Column> DISAGREEMENTS = List.of(
            text("document"),
            text("split"),
            text("layer"),
            text("text"),
            structs("versions", texts("annotators"), text("label"), spans()),
            texts("without"));

    private static Column spans() {
        return structs("spans", Column.number("start"), Column.number("end"), text("text"));
    }

    @Override
    public Format format() {
        return Format.HUGGING_FACE;
    }

    /** The card's configurations, each with the rows of a document. */
    private enum Configuration {
        GOLD("gold", Rows.COLUMNS),
        PER_ANNOTATOR("per_annotator", Rows.COLUMNS),
        DISAGREEMENTS_ONLY("disagreements", DISAGREEMENTS);

        private final String id;
        private final List<Column> columns;

        Configuration(String id, List<Column> columns) {
            this.id = id;
            this.columns = columns;
        }
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) throws IOException {
        Feature.accountProject(project.source(), false, losses);
        EnumSet<Part> parts = parts(project);
        DatasetCard card = new DatasetCard(project, losses);
        project.source().forEachArticle(card::count);
        Bundle zip = new Bundle(out);
        for (Configuration configuration : Configuration.values()) {
            for (Part part : parts) {
                String name = "data/%s/%s-00000-of-00001.parquet".formatted(configuration.id, DatasetCard.split(part));
                long[] rows = new long[1];
                zip.add(name, entry -> rows[0] = write(project, configuration, part, entry, losses));
                card.add(
                        configuration.id,
                        part,
                        name,
                        rows[0],
                        zip.entries().getLast().bytes());
            }
        }
        zip.add("README.md", entry -> entry.write(card.text().getBytes(StandardCharsets.UTF_8)));
        zip.finish();
    }

    /** Without a split everything is training data. */
    private static EnumSet<Part> parts(Outgoing project) {
        EnumSet<Part> parts = EnumSet.of(Part.TRAIN);
        project.source().forEachArticle(article -> parts.add(part(article)));
        return parts;
    }

    private static Part part(Article article) {
        return article.placement().map(Placement::part).orElse(Part.TRAIN);
    }

    private static long write(Outgoing project, Configuration configuration, Part part, OutputStream out, Losses losses)
            throws IOException {
        ParquetWriter writer = new ParquetWriter(out, configuration.columns, ParquetForm.NOTES);
        try {
            project.source().forEachArticle(article -> {
                if (part(article) == part) {
                    rows(project, configuration, article, losses, row -> {
                        try {
                            writer.write(row);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.finish();
        return writer.rows();
    }

    private interface Sink {
        void accept(Map<String, Object> row);
    }

    private static void rows(Outgoing project, Configuration configuration, Article article, Losses losses, Sink sink) {
        if (configuration == Configuration.DISAGREEMENTS_ONLY) {
            disagreements(project, article, sink);
            return;
        }
        for (Layers layers : project.layers(article)) {
            boolean gold = layers.annotator() == null;
            if (gold == (configuration == Configuration.GOLD)) {
                Feature.account(ParquetForm.HELD, article, layers, losses);
                sink.accept(Rows.of(article, layers, project.nameOf(layers)));
            }
        }
    }

    private static void disagreements(Outgoing project, Article article, Sink sink) {
        List<AnnotationSet> sets = article.sets(project.options());
        if (sets.size() < 2) {
            return;
        }
        Alignment alignment = Alignment.of(article.document(), project.source().definition(), sets);
        alignment
                .clusters()
                .filter(cluster -> !cluster.layer().equals(Alignment.RELATIONS))
                .forEach(cluster -> {
                    Map<Map<String, Object>, List<String>> versions = versions(project, article, cluster);
                    List<String> without = alignment.annotators().stream()
                            .filter(annotator -> cluster.of(annotator).isEmpty())
                            .map(project.names()::of)
                            .toList();
                    if (versions.size() > 1 || !without.isEmpty()) {
                        List<Map<String, Object>> told = new ArrayList<>();
                        versions.forEach((version, annotators) -> {
                            Map<String, Object> one = new LinkedHashMap<>(version);
                            one.put("annotators", annotators);
                            told.add(one);
                        });
                        sink.accept(new Row()
                                .with("document", article.document().id().toString())
                                .with(
                                        "split",
                                        article.placement()
                                                .map(place -> place.part().id())
                                                .orElse(null))
                                .with("layer", cluster.layer())
                                .with("text", article.text().value())
                                .with("versions", told)
                                .with("without", without)
                                .fields());
                    }
                });
    }

    private static Map<Map<String, Object>, List<String>> versions(
            Outgoing project, Article article, Cluster<?> cluster) {
        Map<Map<String, Object>, List<String>> versions = new LinkedHashMap<>();
        BiConsumer<String, Annotation> add = (annotator, annotation) -> versions.computeIfAbsent(
                        new Row()
                                .with("label", label(annotation))
                                .with("spans", Rows.spans(article.text(), place(annotation)))
                                .fields(),
                        _ -> new ArrayList<>())
                .add(project.names().of(annotator));
        new TreeMap<>(cluster.members()).forEach(add);
        return versions;
    }

    private static String label(Annotation annotation) {
        return switch (annotation) {
            case Mention mention -> mention.label();
            case Claim claim ->
                "%s/%s"
                        .formatted(
                                claim.attributes().getOrDefault("form", "-"),
                                claim.attributes().getOrDefault("act", "-"));
            case Relation relation -> relation.type();
        };
    }

    private static List<Span> place(Annotation annotation) {
        return switch (annotation) {
            case Mention mention -> mention.spans();
            case Claim claim -> claim.content();
            case Relation _ -> List.of();
        };
    }
}
