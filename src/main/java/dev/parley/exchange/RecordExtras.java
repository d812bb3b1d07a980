package dev.parley.exchange;

import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Claim;
import dev.parley.exchange.split.Part;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what a record's schema has no place for, each only where there is something to say:
 *
 * <ul>
 *   <li>{@code x-gold-undecided}: number of disagreements nobody has decided yet
 *   <li>{@code x-mention-relations}: relations with a mention at an end, each with the set it belongs to
 *   <li>{@code x-sourceless-claims}: ids, by set, of claims without a source, which are written as {@code unspecified}
 *   <li>{@code x-scheme-versions}: by annotator, the scheme version of sets made under another one than the one shipped
 *   <li>{@code x-byline}: who wrote the article, as it says
 *   <li>{@code x-added}: when it came into the project
 *   <li>{@code x-split-joins}: the parts its near-duplicates were in when it got its own, if they were several
 *   <li>{@code x-language}: a language tag that the record's pattern does not allow
 * </ul>
 */
final class RecordExtras {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private final JsonGenerator json;
    private final ExportOptions options;
    private final Names names;
    private final int schemeVersion;

    RecordExtras(JsonGenerator json, ExportOptions options, Names names, int schemeVersion) {
        this.json = json;
        this.options = options;
        this.names = names;
        this.schemeVersion = schemeVersion;
    }

    /** Whether a record's {@code language} may hold this tag. */
    static boolean fitsRecord(@Nullable String language) {
        return language == null || LANGUAGE.matcher(language).matches();
    }

    void write(Article article) {
        if (!fitsRecord(article.document().language())) {
            json.writeStringProperty("x-language", article.document().language());
        }
        if (article.document().publication().byline() != null && options.text()) {
            json.writeStringProperty(
                    "x-byline", article.document().publication().byline());
        }
        if (!options.anonymous()) {
            json.writeStringProperty("x-added", article.document().createdAt().toString());
        }
        article.placement().filter(placement -> !placement.joins().isEmpty()).ifPresent(placement -> {
            json.writeArrayPropertyStart("x-split-joins");
            placement.joins().stream().sorted().map(Part::id).forEach(json::writeString);
            json.writeEndArray();
        });
        if (options.sets().hasGold() && article.undecided() > 0) {
            json.writeNumberProperty("x-gold-undecided", article.undecided());
        }
        List<Layers> layers = article.layers(options);
        writeMentionRelations(layers);
        writeSourcelessClaims(layers);
        writeSchemeVersions(article.sets(options));
    }

    private void writeMentionRelations(List<Layers> layers) {
        if (layers.stream().noneMatch(set -> set.mentionRelations().findAny().isPresent())) {
            return;
        }
        json.writeArrayPropertyStart("x-mention-relations");
        layers.forEach(set -> set.mentionRelations().forEach(relation -> {
            json.writeStartObject();
            json.writeStringProperty("set", set.name(names));
            RelationFields.write(json, relation);
            json.writeEndObject();
        }));
        json.writeEndArray();
    }

    private void writeSourcelessClaims(List<Layers> layers) {
        Map<String, List<String>> bySet = new TreeMap<>();
        for (Layers set : layers) {
            List<String> sourceless = set.claims().stream()
                    .filter(claim -> claim.source().isEmpty())
                    .map(Claim::id)
                    .sorted()
                    .toList();
            if (!sourceless.isEmpty()) {
                bySet.put(set.name(names), sourceless);
            }
        }
        if (!bySet.isEmpty()) {
            json.writeName("x-sourceless-claims");
            JsonOutput.writeSorted(json, bySet);
        }
    }

    private void writeSchemeVersions(List<AnnotationSet> sets) {
        Stream<AnnotationSet> others = sets.stream().filter(set -> set.schemeVersion() != schemeVersion);
        Map<String, Integer> versions =
                others.collect(Collectors.toMap(set -> names.of(set.annotator()), AnnotationSet::schemeVersion));
        if (!versions.isEmpty()) {
            json.writeName("x-scheme-versions");
            JsonOutput.writeSorted(json, versions);
        }
    }
}
