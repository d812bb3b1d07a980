package dev.parley.annotation;

import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.project.ProjectId;
import dev.parley.scheme.FrameLayer;
import dev.parley.scheme.Layer;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeItem;
import dev.parley.scheme.SchemeService;
import dev.parley.scheme.SchemeUse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells what of a scheme annotations use, so that nothing in use is removed from it. */
@Component
class SetUse implements SchemeUse {

    private static final List<String> ROLES =
            List.of("content", "cue", "source", "addressee", "target", "via", "parent");

    private final AnnotationSetRepository sets;
    /** Asked for late: the service that keeps schemes is given every {@link SchemeUse}. */
    private final ObjectProvider<SchemeService> schemes;

    SetUse(AnnotationSetRepository sets, ObjectProvider<SchemeService> schemes) {
        this.sets = sets;
        this.schemes = schemes;
    }

    @Override
    public void visit(ProjectId project, Consumer<Set<SchemeItem>> annotation) {
        Scheme scheme = schemes.getObject().current(project);
        for (AnnotationSet set : sets.ofProject(project)) {
            set.mentions().forEach(mention -> annotation.accept(used(mention, scheme)));
            set.claims().forEach(claim -> annotation.accept(used(claim, scheme)));
            set.relations().forEach(relation -> annotation.accept(Set.of(SchemeItem.relation(relation.type()))));
        }
    }

    private static Set<SchemeItem> used(Mention mention, Scheme scheme) {
        Set<SchemeItem> used = new HashSet<>();
        scheme.layerOf(mention.label()).ifPresent(layer -> {
            used.add(SchemeItem.label(layer.id(), mention.label()));
            addAttributes(used, layer, mention.attributes());
        });
        return used;
    }

    private static Set<SchemeItem> used(Claim claim, Scheme scheme) {
        Set<SchemeItem> used = new HashSet<>();
        Optional<FrameLayer> frame = scheme.frame();
        frame.ifPresent(layer -> {
            for (String role : ROLES) {
                if (claim.fillers(role) > 0) {
                    used.add(SchemeItem.role(layer.id(), role));
                }
                for (Claim.Party party : claim.parties(role)) {
                    if (party instanceof ConstantParty(Claim.Constant constant)) {
                        used.add(SchemeItem.constant(layer.id(), role, AnnotationJson.lower(constant)));
                    }
                }
            }
            addAttributes(used, layer, claim.attributes());
        });
        return used;
    }

    private static void addAttributes(Set<SchemeItem> used, Layer layer, Map<String, Object> attributes) {
        attributes.forEach((id, value) -> {
            used.add(SchemeItem.attribute(layer.id(), id));
            List<?> values = value instanceof List<?> many ? many : List.of(value);
            values.forEach(one -> used.add(SchemeItem.value(layer.id(), id, String.valueOf(one))));
        });
    }
}
