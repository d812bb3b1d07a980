package dev.parley.scheme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that may be said about a text in one project, at one version. The YAML form is described in the guide
 * {@code src/docs/scheme.md}; ids never change, names may.
 *
 * @param id lower-case name of the scheme, such as {@code envoys}
 * @param version counts up by one with every change in a project, from 1
 * @param title name by language tag
 * @param language BCP 47 tag of the texts the scheme was made for
 * @param guidelines file name of the guidelines that belong to it
 * @param segments the roles a stretch of a document may have, such as {@code boilerplate}
 * @param spanLayers kinds of mentions; label ids are unique over all of them, so a label tells its layer
 * @param frame the layer of claims, if the scheme has one
 * @param relations typed ties between annotations
 * @param checks what is looked at before a set is submitted
 * @param match when two annotators' spans count as the same
 * @param excludedSegments segment roles that agreement leaves out
 * @param mappings other inventories: name, then label id to the other's label; a label without entry is left out
 */
public record Scheme(
        String id,
        int version,
        Map<String, String> title,
        @Nullable String language,
        @Nullable String guidelines,
        List<String> segments,
        List<SpanLayer> spanLayers,
        Optional<FrameLayer> frame,
        List<RelationType> relations,
        List<Check> checks,
        MatchRule match,
        List<String> excludedSegments,
        Map<String, Map<String, String>> mappings) {

    /** The same scheme as version {@code number} of a project. */
    public Scheme withVersion(int number) {
        return new Scheme(
                id,
                number,
                title,
                language,
                guidelines,
                segments,
                spanLayers,
                frame,
                relations,
                checks,
                match,
                excludedSegments,
                mappings);
    }

    /** The label with this id and the layer it belongs to. */
    public Optional<Label> label(String labelId) {
        return spanLayers.stream()
                .flatMap(layer -> layer.labels().stream())
                .filter(label -> label.id().equals(labelId))
                .findFirst();
    }

    /** The span layer that owns a label. */
    public Optional<SpanLayer> layerOf(String labelId) {
        return spanLayers.stream()
                .filter(layer ->
                        layer.labels().stream().anyMatch(label -> label.id().equals(labelId)))
                .findFirst();
    }

    public Optional<RelationType> relation(String relationId) {
        return relations.stream()
                .filter(relation -> relation.id().equals(relationId))
                .findFirst();
    }
}
