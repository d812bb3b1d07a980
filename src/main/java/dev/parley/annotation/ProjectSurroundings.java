package dev.parley.annotation;

import dev.parley.account.UserId;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import dev.parley.registry.EntityService;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The registry and the annotator's other documents; each question is put to the database once. */
final class ProjectSurroundings implements Surroundings {

    private final ProjectId project;
    private final UserId annotator;
    private final EntityService entities;
    private final AnnotationRepository annotations;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<Place, Optional<Annotation>> found = new HashMap<>();

    ProjectSurroundings(ProjectId project, UserId annotator, EntityService entities, AnnotationRepository annotations) {
        this.project = project;
        this.annotator = annotator;
        this.entities = entities;
        this.annotations = annotations;
    }

    private record Place(DocumentId document, String id) {}

    @Override
    public boolean hasEntity(String id) {
        return known.computeIfAbsent(id, asked -> entities.exists(project, asked));
    }

    @Override
    public Optional<Annotation> elsewhere(DocumentId document, String id) {
        return found.computeIfAbsent(
                new Place(document, id), place -> annotations.find(project, document, annotator, id));
    }
}
