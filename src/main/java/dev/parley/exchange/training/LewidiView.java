package dev.parley.exchange.training;

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
import dev.parley.exchange.ExportSource.Participant;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.JsonOutput;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import dev.parley.exchange.split.Part;
import dev.parley.exchange.split.Placement;
import dev.parley.exchange.words.Segmenter;
import dev.parley.exchange.words.Sentence;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * Learning with disagreements, in the shape of that shared task's 2025 edition: an object by item id for each part of the
 * data, and what is known of the annotators. Items are what can be classified: the label of a place that somebody marked, the
 * form and act of a claim, the type of a relation, whether a sentence holds a claim. Who saw a document and marked nothing
 * there counts as {@code none}; nothing is smoothed.
 */
final class LewidiView implements Form {

    private static final String NONE = "none";

    @Override
    public Format format() {
        return Format.LEWIDI;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) throws IOException {
        Bundle zip = new Bundle(out);
        for (Part part : Part.values()) {
            zip.add("parley_%s.json".formatted(part.id()), entry -> write(project, Optional.of(part), entry, losses));
        }
        zip.add("parley_unsplit.json", entry -> write(project, Optional.empty(), entry, losses));
        zip.add("parley_annotators_meta.json", entry -> JsonOutput.writePretty(entry, json -> people(project, json)));
        zip.finish();
    }

    private static void people(Outgoing project, JsonGenerator json) {
        json.writeStartObject();
        project.source().participants().stream()
                .collect(Collectors.toMap(
                        person -> project.names().of(person.name()), Function.identity(), (a, b) -> a, TreeMap::new))
                .forEach((name, person) -> roles(json, name, person));
        json.writeEndObject();
    }

    private static void roles(JsonGenerator json, String name, Participant person) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty(
                "roles",
                person.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(",")));
        json.writeEndObject();
    }

    private static void write(Outgoing project, Optional<Part> part, OutputStream out, Losses losses) {
        JsonOutput.writeLines(out, json -> {
            json.writeStartObject();
            project.source().forEachArticle(article -> {
                if (article.placement().map(Placement::part).equals(part)) {
                    new Items(project, article, losses, json).write();
                }
            });
            json.writeEndObject();
        });
    }

    /** Writes the items of one document. */
    private record Items(Outgoing project, Article article, Losses losses, JsonGenerator json) {

        void write() {
            List<AnnotationSet> seen = article.sets().stream()
                    .filter(set -> set.state().isHandedIn())
                    .filter(set -> project.options().sets().hasSetOf(set.annotator())
                            || project.options().sets().hasGold())
                    .toList();
            if (seen.isEmpty()) {
                losses.add(
                        "documents nobody has handed in",
                        article.document().id().toString());
                return;
            }
            Alignment alignment =
                    Alignment.of(article.document(), project.source().definition(), article.sets());
            alignment.clusters().forEach(cluster -> cluster(seen, cluster));
            int number = 0;
            for (Sentence sentence :
                    Segmenter.sentences(article.text(), article.document().language())) {
                Map<String, String> answers = answers(seen, set -> holdsClaim(set, sentence.span()) ? "1" : "0");
                item(
                        "s" + number++,
                        "sentence has claim",
                        article.text().slice(sentence.span()),
                        answers,
                        sentence.span());
            }
        }

        private void cluster(List<AnnotationSet> seen, Cluster<?> cluster) {
            Annotation first = cluster.annotations().getFirst();
            switch (first) {
                case Mention mention ->
                    item(
                            cluster,
                            "mention label",
                            mention.spans(),
                            answers(seen, cluster, Mention.class, Mention::label));
                case Claim claim -> {
                    for (String attribute : List.of("form", "act")) {
                        item(
                                cluster,
                                "claim " + attribute,
                                claim.content().isEmpty() ? claim.cue() : claim.content(),
                                answers(
                                        seen,
                                        cluster,
                                        Claim.class,
                                        other -> String.valueOf(
                                                other.attributes().getOrDefault(attribute, NONE))));
                    }
                }
                case Relation _ ->
                    item(cluster, "relation type", List.of(), answers(seen, cluster, Relation.class, Relation::type));
            }
        }

        private static <A extends Annotation> Map<String, String> answers(
                List<AnnotationSet> seen, Cluster<?> cluster, Class<A> kind, Function<A, String> answer) {
            return answers(
                    seen,
                    set -> cluster.of(set.annotator())
                            .filter(kind::isInstance)
                            .map(kind::cast)
                            .map(answer)
                            .orElse(NONE));
        }

        private static Map<String, String> answers(List<AnnotationSet> seen, Function<AnnotationSet, String> answer) {
            return seen.stream().collect(Collectors.toMap(AnnotationSet::annotator, answer, (a, b) -> a, TreeMap::new));
        }

        private void item(Cluster<?> cluster, String task, List<Span> spans, Map<String, String> answers) {
            String words = spans.stream().map(article.text()::slice).collect(Collectors.joining(" … "));
            item(
                    task.replace(' ', '-') + "."
                            + cluster.annotations().getFirst().id(),
                    task,
                    words,
                    answers,
                    spans.isEmpty() ? null : spans.getFirst());
        }

        private void item(
                String id,
                String task,
                String text,
                Map<String, String> answers,
                @org.jspecify.annotations.Nullable Span span) {
            Map<String, String> named = new TreeMap<>();
            answers.forEach((annotator, answer) -> named.put(project.names().of(annotator), answer));
            json.writeObjectPropertyStart(article.document().id() + "." + id);
            json.writeStringProperty("annotation task", task);
            json.writeStringProperty("text", text);
            json.writeNumberProperty("number of annotators", named.size());
            json.writeStringProperty("annotators", String.join(",", named.keySet()));
            json.writeNumberProperty("number of annotations", named.size());
            json.writeName("annotations");
            JsonOutput.writeSorted(json, named);
            json.writeObjectPropertyStart("soft_label");
            named.values().stream()
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                    .forEach((answer, count) -> json.writeNumberProperty(answer, (double) count / named.size()));
            json.writeEndObject();
            json.writeStringProperty(
                    "split", article.placement().map(place -> place.part().id()).orElse(null));
            json.writeStringProperty("lang", article.document().language());
            json.writeObjectPropertyStart("other_info");
            json.writeStringProperty("document", article.document().id().toString());
            if (span != null) {
                json.writeNumberProperty("start", span.start());
                json.writeNumberProperty("end", span.end());
            }
            json.writeStringProperty("smoothing", NONE);
            json.writeEndObject();
            json.writeEndObject();
        }

        private static boolean holdsClaim(AnnotationSet set, Span sentence) {
            return set.claims().stream()
                    .flatMap(claim -> claim.content().stream())
                    .anyMatch(span -> span.overlap(sentence) > 0);
        }
    }
}
