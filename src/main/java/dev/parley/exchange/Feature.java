package dev.parley.exchange;

import dev.parley.annotation.Claim;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;

/**
 * What a set may hold beside words with a label. A format that has no place for one of these names it by way of
 * {@link #account}, so that no exporter can forget to.
 */
public enum Feature {
    MENTIONS("mentions", (_, layers) -> layers.mentions().size()),
    PIECES(
            "discontinuous spans, whose pieces no longer belong together",
            (_, layers) -> (int) (layers.mentions().stream()
                            .filter(mention -> mention.spans().size() > 1)
                            .count()
                    + layers.claims().stream()
                            .filter(claim -> claim.content().size() > 1)
                            .count())),
    MENTION_ATTRIBUTES(
            "attributes of mentions",
            (_, layers) -> layers.mentions().stream()
                    .mapToInt(mention -> mention.attributes().size())
                    .sum()),
    LINKS("links from mentions to the registry", (_, layers) -> (int)
            layers.mentions().stream().filter(mention -> mention.link() != null).count()),
    FLAGS(
            "flags set by annotators",
            (_, layers) -> Stream.concat(
                            layers.mentions().stream().map(mention -> mention.flags()),
                            layers.claims().stream().map(Claim::flags))
                    .mapToInt(flags -> flags.size())
                    .sum()),
    CLAIMS("claims", (_, layers) -> layers.claims().size()),
    CUES(
            "cues of claims",
            (_, layers) -> layers.claims().stream()
                    .mapToInt(claim -> claim.cue().size())
                    .sum()),
    SOURCES(
            "sources of claims",
            (_, layers) -> layers.claims().stream()
                    .mapToInt(claim -> claim.source().size())
                    .sum()),
    OTHER_PARTIES(
            "addressees, targets and carriers of claims",
            (_, layers) -> layers.claims().stream()
                    .mapToInt(claim -> claim.addressee().size()
                            + claim.target().size()
                            + claim.via().size())
                    .sum()),
    PARENTS("claims inside claims", (_, layers) -> (int)
            layers.claims().stream().filter(claim -> claim.parent() != null).count()),
    CLAIM_ATTRIBUTES(
            "attributes of claims",
            (_, layers) -> layers.claims().stream()
                    .mapToInt(claim -> claim.attributes().size())
                    .sum()),
    RELATIONS("relations between annotations of one document", (_, layers) ->
            (int) (layers.relations().size() - layers.outwardRelations().count())),
    OUTWARD_RELATIONS("relations to other documents", (_, layers) ->
            (int) layers.outwardRelations().count()),
    SEGMENTS(
            "marks on stretches of the text, such as boilerplate",
            (article, _) -> article.document().segments().size());

    private final String words;
    private final ToIntBiFunction<Article, Layers> count;

    Feature(String words, ToIntBiFunction<Article, Layers> count) {
        this.words = words;
        this.count = count;
    }

    /** Notes everything in a set that is none of {@code held}. */
    public static void account(Set<Feature> held, Article article, Layers layers, Losses losses) {
        for (Feature feature : EnumSet.complementOf(EnumSet.copyOf(held))) {
            int count = feature.count.applyAsInt(article, layers);
            losses.add(feature.words, count, article.document().id().toString());
        }
    }

    /** Notes what belongs to the project rather than to a set, and has no place outside our own bundle. */
    public static void accountProject(ExportSource source, boolean holdsRegistry, Losses losses) {
        if (!holdsRegistry) {
            losses.add(
                    "entries of the registry",
                    source.entities().size(),
                    source.project().id().toString());
        }
        int[] decisions = new int[1];
        source.forEachDecision(_ -> decisions[0]++);
        losses.add(
                "decisions of adjudicators", decisions[0], source.project().id().toString());
    }
}
