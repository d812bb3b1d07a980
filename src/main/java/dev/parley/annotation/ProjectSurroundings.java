package dev.parley.annotation;

import static dev.parley.annotation.JsonCursor.quoted;

import dev.parley.account.UserId;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityService;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The registry and the annotator's other documents; each question is put to the database once. */
final class ProjectSurroundings implements Surroundings {

    private final Document document;
    private final UserId annotator;
    private final EntityService entities;
    private final AnnotationRepository annotations;
    private final LinkRepository links;
    private final Map<String, Optional<String>> problems = new HashMap<>();
    private final Map<Place, Optional<Annotation>> found = new HashMap<>();
    private @Nullable Set<String> toCheck;

    ProjectSurroundings(
            Document document,
            UserId annotator,
            EntityService entities,
            AnnotationRepository annotations,
            LinkRepository links) {
        this.document = document;
        this.annotator = annotator;
        this.entities = entities;
        this.annotations = annotations;
        this.links = links;
    }

    private record Place(DocumentId document, String id) {}

    @Override
    public Optional<String> linkProblem(String entity) {
        return problems.computeIfAbsent(
                entity,
                asked -> entities.find(document.project(), asked)
                        .map(this::localProblem)
                        .orElseGet(() ->
                                Optional.of("The project's registry has no entity %s.".formatted(quoted(asked)))));
    }

    private Optional<String> localProblem(Entity entity) {
        return entity.isKnownIn(document.id())
                ? Optional.empty()
                : Optional.of("The entity %s is local to another document until a manager promotes it."
                        .formatted(quoted(entity.name())));
    }

    @Override
    public boolean isToCheck(String mention) {
        Set<String> known = toCheck;
        if (known == null) {
            known = links.toCheck(document.id(), annotator);
            toCheck = known;
        }
        return known.contains(mention);
    }

    @Override
    public Optional<Annotation> elsewhere(DocumentId other, String id) {
        return found.computeIfAbsent(
                new Place(other, id), place -> annotations.find(document.project(), other, annotator, id));
    }
}
