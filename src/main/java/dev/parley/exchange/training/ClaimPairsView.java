package dev.parley.exchange.training;

import dev.parley.annotation.Claim;
import dev.parley.annotation.Relation;
import dev.parley.document.Span;
import dev.parley.exchange.Article;
import dev.parley.exchange.ExportOrder;
import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.JsonOutput;
import dev.parley.exchange.Layers;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * Two claims and the relation between them, also across documents, with as many pairs that nobody related. Those are drawn
 * by a fixed seed, so the same project gives the same file.
 */
final class ClaimPairsView implements Form {

    private static final String UNRELATED = "unrelated";
    private static final long SEED = 20_260_101;
    /** Claims kept in mind to draw unrelated pairs from. */
    private static final int MOST_DRAWN_FROM = 10_000;

    private record End(String set, String document, String claim) {}

    private record Pair(End a, End b, String label) {}

    @Override
    public Format format() {
        return Format.PAIRS;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) {
        Feature.accountProject(project.source(), false, losses);
        List<Pair> pairs = pairs(project, losses);
        Map<End, String> words = words(project, pairs);
        JsonOutput.writeLines(out, json -> {
            for (Pair pair : pairs) {
                String a = words.get(pair.a());
                String b = words.get(pair.b());
                if (a == null || b == null) {
                    losses.add(
                            "relations to a claim that is not part of this export",
                            pair.a().document() + " " + pair.a().claim());
                } else {
                    write(json, pair, a, b);
                }
            }
        });
    }

    private static void write(JsonGenerator json, Pair pair, String a, String b) {
        json.writeStartObject();
        json.writeStringProperty("a", a);
        json.writeStringProperty("b", b);
        json.writeStringProperty("label", pair.label());
        json.writeArrayPropertyStart("documents");
        json.writeString(pair.a().document());
        json.writeString(pair.b().document());
        json.writeEndArray();
        json.writeArrayPropertyStart("claims");
        json.writeString(pair.a().claim());
        json.writeString(pair.b().claim());
        json.writeEndArray();
        json.writeStringProperty("set", pair.a().set());
        json.writeEndObject();
    }

    /** All that somebody related, then as many that nobody did. */
    private static List<Pair> pairs(Outgoing project, Losses losses) {
        List<Pair> pairs = new ArrayList<>();
        List<End> drawnFrom = new ArrayList<>();
        Random random = new Random(SEED);
        int[] seen = new int[1];
        project.forEachSet((article, layers) -> {
            Feature.account(
                    Set.of(Feature.CLAIMS, Feature.RELATIONS, Feature.OUTWARD_RELATIONS), article, layers, losses);
            String document = article.document().id().toString();
            String set = project.nameOf(layers);
            losses.add(
                    "relations with a mention at an end",
                    (int) layers.mentionRelations().count(),
                    document);
            layers.claimRelations()
                    .forEach(relation -> pairs.add(new Pair(
                            end(set, document, relation.from()), end(set, document, relation.to()), relation.type())));
            layers.claims().stream().sorted(ExportOrder.CLAIMS).forEach(claim -> {
                End end = new End(set, document, claim.id());
                if (drawnFrom.size() < MOST_DRAWN_FROM) {
                    drawnFrom.add(end);
                } else if (random.nextInt(++seen[0] + MOST_DRAWN_FROM) < MOST_DRAWN_FROM) {
                    drawnFrom.set(random.nextInt(MOST_DRAWN_FROM), end);
                }
            });
        });
        pairs.addAll(unrelated(pairs, drawnFrom, random));
        return pairs;
    }

    private static List<Pair> unrelated(List<Pair> related, List<End> ends, Random random) {
        Set<Set<End>> known = related.stream()
                .map(pair -> new HashSet<>(List.of(pair.a(), pair.b())))
                .collect(Collectors.toCollection(HashSet::new));
        List<Pair> drawn = new ArrayList<>();
        // a small project may not have as many: give up after some tries
        for (int tries = 0; drawn.size() < related.size() && ends.size() > 1 && tries < related.size() * 20; tries++) {
            End a = ends.get(random.nextInt(ends.size()));
            End b = ends.get(random.nextInt(ends.size()));
            if (!a.equals(b) && a.set().equals(b.set()) && known.add(new HashSet<>(List.of(a, b)))) {
                drawn.add(new Pair(a, b, UNRELATED));
            }
        }
        return drawn;
    }

    private static End end(String set, String document, Relation.End end) {
        return new End(set, end.document() == null ? document : end.document().toString(), end.annotation());
    }

    private static Map<End, String> words(Outgoing project, List<Pair> pairs) {
        Set<End> wanted = new HashSet<>();
        pairs.forEach(pair -> {
            wanted.add(pair.a());
            wanted.add(pair.b());
        });
        Map<End, String> words = new HashMap<>();
        project.forEachSet((article, layers) -> collect(project, article, layers, wanted, words));
        return words;
    }

    private static void collect(
            Outgoing project, Article article, Layers layers, Set<End> wanted, Map<End, String> words) {
        for (Claim claim : layers.claims()) {
            End end = new End(project.nameOf(layers), article.document().id().toString(), claim.id());
            if (wanted.contains(end)) {
                List<Span> spans = claim.content().isEmpty() ? claim.cue() : claim.content();
                words.put(end, spans.stream().map(article.text()::slice).collect(Collectors.joining(" … ")));
            }
        }
    }
}
