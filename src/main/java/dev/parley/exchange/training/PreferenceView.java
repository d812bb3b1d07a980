package dev.parley.exchange.training;

import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationSet;
import dev.parley.document.DocumentId;
import dev.parley.exchange.Article;
import dev.parley.exchange.DecisionLine;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.JsonOutput;
import dev.parley.exchange.Layers;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * Preference pairs: where an adjudicator took one annotator's version over another's. What was decided otherwise - an own
 * version, none, or versions that say the same in words - prefers nothing and is counted as left out.
 */
final class PreferenceView implements Form {

    private static final String OTHER_OUTCOME = "decisions that took nobody's version";

    @Override
    public Format format() {
        return Format.PREFERENCE;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) {
        Map<DocumentId, List<DecisionLine>> decisions = new HashMap<>();
        project.source().forEachDecision(decision -> {
            if (decision.automatic() != null) {
                losses.add("decisions of a rule, which prefers nothing", decision.document() + " " + decision.id());
            } else if (decision.version() == null) {
                losses.add(OTHER_OUTCOME, decision.document() + " " + decision.id());
            } else {
                decisions
                        .computeIfAbsent(decision.document(), _ -> new ArrayList<>())
                        .add(decision);
            }
        });
        Prompt prompt = new Prompt(project.source().definition());
        JsonOutput.writeLines(
                out,
                json -> project.source()
                        .forEachArticle(article -> decisions
                                .getOrDefault(article.document().id(), List.of())
                                .forEach(decision -> pairs(
                                        article,
                                        decision,
                                        losses,
                                        (chosen, rejected) ->
                                                write(project, prompt, article, decision, json, chosen, rejected)))));
    }

    private static void pairs(Article article, DecisionLine decision, Losses losses, BiConsumer<String, String> each) {
        Optional<String> chosen = decision.members().stream()
                .filter(member -> member.annotator().equals(decision.version()))
                .flatMap(member -> quoted(article, member).stream())
                .findFirst();
        List<String> rejected = chosen.isEmpty()
                ? List.of()
                : decision.members().stream()
                        .flatMap(member -> quoted(article, member).stream())
                        .filter(other -> !other.equals(chosen.get()))
                        .distinct()
                        .toList();
        if (rejected.isEmpty()) {
            losses.add(
                    "decisions between versions that say the same in words, or against nothing",
                    decision.document() + " " + decision.id());
        }
        rejected.forEach(other -> each.accept(chosen.orElseThrow(), other));
    }

    private static Optional<String> quoted(Article article, DecisionLine.Member member) {
        for (AnnotationSet set : article.sets()) {
            if (set.annotator().equals(member.annotator())) {
                return Stream.<Annotation>concat(
                                Stream.concat(set.mentions().stream(), set.claims().stream()), set.relations().stream())
                        .filter(annotation -> annotation.id().equals(member.annotation()))
                        .findFirst()
                        .map(annotation -> new Quotes(article.text(), Layers.of(set)).of(annotation));
            }
        }
        return Optional.empty();
    }

    private static void write(
            Outgoing project,
            Prompt prompt,
            Article article,
            DecisionLine decision,
            JsonGenerator json,
            String chosen,
            String rejected) {
        json.writeStartObject();
        json.writeArrayPropertyStart("prompt");
        prompt.writeQuestion(json, article.text().value());
        json.writeEndArray();
        json.writeStringProperty("chosen", chosen);
        json.writeStringProperty("rejected", rejected);
        json.writeStringProperty("reason", decision.reason() == null ? decision.cause() : decision.reason());
        json.writeObjectPropertyStart("meta");
        json.writeStringProperty("document", decision.document().toString());
        json.writeStringProperty("decision", decision.id());
        json.writeStringProperty("by", project.names().of(decision.by()));
        article.placement()
                .ifPresent(
                        place -> json.writeStringProperty("split", place.part().id()));
        json.writeEndObject();
        json.writeEndObject();
    }
}
