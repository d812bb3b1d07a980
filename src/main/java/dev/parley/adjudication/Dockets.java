package dev.parley.adjudication;

import dev.parley.annotation.AnnotationSet;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import dev.parley.registry.EntityService;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings sets, decisions and scheme together into dockets. */
@Component
class Dockets {

    private static final int UUID_LENGTH = 36;

    private final AlignedDocuments documents;
    private final DecisionRepository decisions;
    private final EntityService entities;

    Dockets(AlignedDocuments documents, DecisionRepository decisions, EntityService entities) {
        this.documents = documents;
        this.decisions = decisions;
        this.entities = entities;
    }

    /**
     * The dockets of the documents of a project that two have handed in, as far as they are at hand or can be made in time.
     *
     * @param all how many documents there are
     * @param isFull whether the others do not fit into the memory
     */
    record SoFar(Map<DocumentId, Docket> dockets, int all, boolean isFull) {

        boolean isAll() {
            return dockets.size() == all;
        }
    }

    /** The document whose disagreement this is; empty if it cannot be the id of one. */
    static Optional<DocumentId> documentOf(String disagreement) {
        try {
            return disagreement.length() > UUID_LENGTH
                    ? Optional.of(new DocumentId(UUID.fromString(disagreement.substring(0, UUID_LENGTH))))
                    : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /**
     * All documents of a project that two have handed in, in reading order.
     *
     * @throws ProblemException conflict if they do not fit into the memory
     */
    Map<DocumentId, Docket> of(ProjectId project) {
        return dockets(documents.of(project), decided(project));
    }

    /** @param first to be among them whatever it takes */
    SoFar soFar(ProjectId project, Duration time, @Nullable DocumentId first) {
        AlignedDocuments.SoFar found = documents.soFar(project, time.toNanos(), first);
        return new SoFar(dockets(found.found(), decided(project)), found.all(), found.isFull());
    }

    /** How many documents of a project two have handed in. */
    int compared(ProjectId project) {
        return documents.compared(project);
    }

    private Function<DocumentId, List<Decision>> decided(ProjectId project) {
        Map<String, String> merged = entities.redirects(project);
        Map<DocumentId, List<Decision>> decided = decisions.of(project).stream()
                .map(decision -> decision.following(merged))
                .collect(Collectors.groupingBy(Decision::document));
        return id -> decided.getOrDefault(id, List.of());
    }

    /** The decisions that stand about some documents, oldest first; merged entities are what they were merged into. */
    List<Decision> decisions(ProjectId project, Collection<DocumentId> about) {
        Map<String, String> merged = entities.redirects(project);
        return decisions.of(about).stream()
                .map(decision -> decision.following(merged))
                .toList();
    }

    /** One document, and those its relations lead to. */
    private Map<DocumentId, Docket> around(Document document) {
        return dockets(document, documents.around(document));
    }

    private Map<DocumentId, Docket> dockets(Document document, Map<DocumentId, Aligned> readings) {
        Map<String, String> merged = entities.redirects(document.project());
        return dockets(
                readings,
                id -> decisions.of(id).stream()
                        .map(decision -> decision.following(merged))
                        .toList());
    }

    private static Map<DocumentId, Docket> dockets(
            Map<DocumentId, Aligned> readings, Function<DocumentId, List<Decision>> decided) {
        Map<DocumentId, Docket> dockets = new LinkedHashMap<>();
        readings.forEach((id, reading) -> dockets.put(id, new Docket(reading, decided.apply(id))));
        return dockets;
    }

    Docket of(Document document) {
        return docket(around(document), document);
    }

    /** For an export, which goes through all documents, a few at a time, and has read their sets. */
    Map<DocumentId, GoldSet> gold(ProjectId project, Map<Document, List<AnnotationSet>> read) {
        Map<DocumentId, Aligned> once = documents.once(project, read);
        Map<String, String> merged = entities.redirects(project);
        Map<DocumentId, List<Decision>> decided = decisions.of(once.keySet()).stream()
                .map(decision -> decision.following(merged))
                .collect(Collectors.groupingBy(Decision::document));
        Map<DocumentId, GoldSet> gold = new LinkedHashMap<>();
        read.keySet()
                .forEach(document -> gold.put(
                        document.id(),
                        Optional.ofNullable(once.get(document.id()))
                                .map(reading -> new Docket(reading, decided.getOrDefault(document.id(), List.of()))
                                        .gold(GoldDerivation.Elsewhere.UNKNOWN))
                                .orElseGet(() -> gold(document))));
        return gold;
    }

    private GoldSet gold(Document document) {
        Map<DocumentId, Docket> around = dockets(document, documents.aroundOnce(document));
        return docket(around, document).gold(elsewhere(around));
    }

    AnnotationSet goldAsSet(Document document) {
        Map<DocumentId, Docket> around = around(document);
        return docket(around, document).goldAsSet(elsewhere(around));
    }

    private static Docket docket(Map<DocumentId, Docket> dockets, Document document) {
        return Optional.ofNullable(dockets.get(document.id())).orElseThrow();
    }

    private static GoldDerivation.Elsewhere elsewhere(Map<DocumentId, Docket> dockets) {
        return (annotator, end) -> Optional.ofNullable(end.document())
                .flatMap(id -> Optional.ofNullable(dockets.get(id)))
                .flatMap(docket -> docket.settledId(annotator, end));
    }
}
