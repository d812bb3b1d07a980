package dev.parley.adjudication;

import dev.parley.agreement.Alignment;
import dev.parley.agreement.Alignments;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.AnnotationSet;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.project.ProjectId;
import dev.parley.scheme.SchemeService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings sets, decisions and scheme together into dockets. */
@Component
class Dockets {

    private static final int UUID_LENGTH = 36;

    private final AnnotationService annotations;
    private final DocumentService documents;
    private final SchemeService schemes;
    private final DecisionRepository decisions;

    Dockets(
            AnnotationService annotations,
            DocumentService documents,
            SchemeService schemes,
            DecisionRepository decisions) {
        this.annotations = annotations;
        this.documents = documents;
        this.schemes = schemes;
        this.decisions = decisions;
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

    /** All documents of a project, in reading order, in four queries. */
    Map<DocumentId, Docket> of(ProjectId project) {
        Map<DocumentId, List<Decision>> decided =
                decisions.of(project).stream().collect(Collectors.groupingBy(Decision::document));
        return of(project, documents.all(project), annotations.sets(project), decided);
    }

    /** One document, and those its relations lead to. */
    private Map<DocumentId, Docket> around(Document document) {
        Map<DocumentId, List<AnnotationSet>> sets = new HashMap<>();
        List<Document> wanted = new ArrayList<>(List.of(document));
        sets.put(document.id(), annotations.sets(document.id()));
        for (DocumentId other : Alignments.othersNamedIn(sets.get(document.id()))) {
            wanted.add(documents.get(other));
            sets.put(other, annotations.sets(other));
        }
        Map<DocumentId, List<Decision>> decided = new HashMap<>();
        wanted.forEach(one -> decided.put(one.id(), decisions.of(one.id())));
        return of(document.project(), wanted, sets, decided);
    }

    Docket of(Document document) {
        return docket(around(document), document);
    }

    GoldSet gold(Document document) {
        Map<DocumentId, Docket> around = around(document);
        return docket(around, document).gold(elsewhere(around));
    }

    AnnotationSet goldAsSet(Document document) {
        Map<DocumentId, Docket> around = around(document);
        return docket(around, document).goldAsSet(elsewhere(around));
    }

    Map<DocumentId, GoldSet> gold(ProjectId project) {
        Map<DocumentId, Docket> dockets = of(project);
        Map<DocumentId, GoldSet> gold = new LinkedHashMap<>();
        dockets.forEach((id, docket) -> gold.put(id, docket.gold(elsewhere(dockets))));
        return gold;
    }

    private Map<DocumentId, Docket> of(
            ProjectId project,
            List<Document> wanted,
            Map<DocumentId, List<AnnotationSet>> sets,
            Map<DocumentId, List<Decision>> decided) {
        Map<DocumentId, List<AnnotationSet>> taking = new HashMap<>();
        sets.forEach((id, all) -> taking.put(id, Docket.taking(all)));
        Map<DocumentId, Alignment> alignments = Alignments.of(wanted, schemes.current(project), taking);
        Map<DocumentId, Docket> dockets = new LinkedHashMap<>();
        alignments.forEach((id, alignment) -> dockets.put(
                id,
                new Docket(
                        alignment,
                        decided.getOrDefault(id, List.of()),
                        sets.getOrDefault(id, List.of()).size())));
        return dockets;
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
