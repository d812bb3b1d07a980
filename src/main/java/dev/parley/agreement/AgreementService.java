package dev.parley.agreement;

import dev.parley.account.User;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.AnnotationSet;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells supervisors how far their annotators coincide. */
@Service
@Transactional(readOnly = true)
public class AgreementService {

    private final AnnotationService annotations;
    private final DocumentService documents;
    private final SchemeService schemes;
    private final AccessPolicy policy;

    AgreementService(
            AnnotationService annotations, DocumentService documents, SchemeService schemes, AccessPolicy policy) {
        this.annotations = annotations;
        this.documents = documents;
        this.schemes = schemes;
        this.policy = policy;
    }

    /**
     * What a report looks at.
     *
     * @param layer one layer; all if absent
     * @param annotators sign-in names; everybody if empty
     * @param documents everything if empty
     */
    public record Scope(@Nullable String layer, Set<String> annotators, Set<DocumentId> documents) {

        public static final Scope ALL = new Scope(null, Set.of(), Set.of());

        boolean includes(DocumentId document) {
            return documents.isEmpty() || documents.contains(document);
        }

        boolean includes(AnnotationSet set) {
            return annotators.isEmpty() || annotators.contains(set.annotator());
        }
    }

    /** @throws ProblemException invalid if the project's scheme does not have the layer */
    public AgreementReport report(User actor, ProjectId project, Scope scope) {
        policy.require(actor, project, Permission.SUPERVISE);
        Scheme scheme = schemes.current(project);
        String layer = scope.layer();
        if (layer != null && !layers(scheme).contains(layer)) {
            throw ProblemException.invalid(
                    "There is no layer “%s”; the scheme has %s.".formatted(layer, String.join(", ", layers(scheme))));
        }
        List<Document> wanted = documents.all(project).stream()
                .filter(document -> scope.includes(document.id()))
                .toList();
        Map<DocumentId, List<AnnotationSet>> sets = annotations.sets(project).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .filter(scope::includes)
                                .toList()));
        return new Reporter(scheme, Alignments.of(wanted, scheme, sets).values())
                .report(id -> layer == null || layer.equals(id));
    }

    /** The layers a report has, in its order. */
    static List<String> layers(Scheme scheme) {
        return new Reporter(scheme, List.of()).layers();
    }
}
