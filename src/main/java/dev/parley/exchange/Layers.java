package dev.parley.exchange;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one set holds, the gold set included.
 *
 * @param annotator sign-in name; absent for the gold set
 */
public record Layers(@Nullable String annotator, List<Mention> mentions, List<Claim> claims, List<Relation> relations) {

    public static Layers of(AnnotationSet set) {
        return new Layers(set.annotator(), set.mentions(), set.claims(), set.relations());
    }

    public static Layers of(Gold gold) {
        return new Layers(null, gold.mentions(), gold.claims(), gold.relations());
    }

    /** As the export calls the set: {@code gold}, or the annotator. */
    public String name(Names names) {
        return annotator == null ? "gold" : names.of(annotator);
    }

    /** The relations a record's {@code relations} can hold. */
    public Stream<Relation> claimRelations() {
        return relations.stream().filter(Layers::isBetweenClaims).sorted(ExportOrder.RELATIONS);
    }

    /** The relations with a mention at an end, which the record's schema has no place for. */
    public Stream<Relation> mentionRelations() {
        return relations.stream().filter(relation -> !isBetweenClaims(relation)).sorted(ExportOrder.RELATIONS);
    }

    /** The relations that tie this document to another. */
    public Stream<Relation> outwardRelations() {
        return relations.stream()
                .filter(relation ->
                        relation.from().document() != null || relation.to().document() != null)
                .sorted(ExportOrder.RELATIONS);
    }

    private static boolean isBetweenClaims(Relation relation) {
        return relation.from().kind() == Kind.CLAIM && relation.to().kind() == Kind.CLAIM;
    }
}
