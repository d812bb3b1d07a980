package dev.parley.agreement;

import dev.parley.account.User;
import dev.parley.annotation.AnnotationSet;
import dev.parley.document.DocumentId;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Tells supervisors how far their annotators coincide. Holds no transaction while it computes; what is read later than the
 * revisions it is kept under is newer than they say, and so is worked out again when they are asked for next.
 */
@Service
public class AgreementService {

    /** Up to this many documents that nobody asked about yet are worked out while one waits. */
    private static final int AT_ONCE = 12;
    /** And so many edits in them; longer texts take longer. */
    private static final int EDITS_AT_ONCE = 3_000;
    /** Drawing so many documents again, 2 000 times for each figure, takes about a second. */
    private static final int DRAWN_AT_ONCE = 400;

    private final SampleDesk desk;
    private final KeptReports reports = new KeptReports();
    private final SchemeService schemes;
    private final AccessPolicy policy;

    AgreementService(SampleDesk desk, SchemeService schemes, AccessPolicy policy) {
        this.desk = desk;
        this.schemes = schemes;
        this.policy = policy;
    }

    /**
     * What a report looks at. What is absent or empty does not restrict.
     *
     * @param annotators sign-in names; the others are not looked at, not even as partners
     * @param from first day, in UTC, on which the last set of a document was handed in
     * @param to last such day
     */
    public record Scope(
            @Nullable String layer,
            Set<String> annotators,
            Set<DocumentId> documents,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public static final Scope ALL = new Scope(null, Set.of(), Set.of());

        public Scope(@Nullable String layer, Set<String> annotators, Set<DocumentId> documents) {
            this(layer, annotators, documents, null, null);
        }

        public Scope {
            annotators = Set.copyOf(annotators);
            documents = Set.copyOf(documents);
        }

        boolean includes(DocumentId document) {
            return documents.isEmpty() || documents.contains(document);
        }

        boolean includes(AnnotationSet set) {
            return annotators.isEmpty() || annotators.contains(set.annotator());
        }

        boolean includes(@Nullable Instant handedIn) {
            if (from == null && to == null) {
                return true;
            }
            LocalDate day =
                    handedIn == null ? null : handedIn.atZone(ZoneOffset.UTC).toLocalDate();
            return day != null && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }

        boolean wants(String id) {
            return layer == null || layer.equals(id);
        }
    }

    /** @throws ProblemException invalid if the project's scheme does not have the layer */
    public AgreementReport report(User actor, ProjectId project, Scope scope) {
        return report(actor, project, scope, (done, all) -> {});
    }

    /**
     * @param listener hears how many documents are done, out of how many
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public AgreementReport report(User actor, ProjectId project, Scope scope, BiConsumer<Integer, Integer> listener) {
        policy.require(actor, project, Permission.SUPERVISE);
        return report(project, scope, listener);
    }

    /** For those who have asked the policy. */
    AgreementReport report(ProjectId project, Scope scope, BiConsumer<Integer, Integer> listener) {
        Scheme scheme = schemes.current(project);
        String layer = scope.layer();
        if (layer != null && !layers(scheme).contains(layer)) {
            throw ProblemException.invalid(
                    "There is no layer “%s”; the scheme has %s.".formatted(layer, String.join(", ", layers(scheme))));
        }
        return report(project, scheme, scope, listener);
    }

    private AgreementReport report(
            ProjectId project, Scheme scheme, Scope scope, BiConsumer<Integer, Integer> listener) {
        SampleDesk.Samples samples = desk.samples(project, scheme, scope);
        return reports.get(project, scope, samples.state())
                .orElseGet(() -> work(project, scheme, scope, samples, listener));
    }

    private AgreementReport work(
            ProjectId project,
            Scheme scheme,
            Scope scope,
            SampleDesk.Samples samples,
            BiConsumer<Integer, Integer> listener) {
        List<DocumentSamples> documents = samples.documents();
        Reporter reporter = new Reporter(scheme, documents);
        Set<DocumentId> known = documents.stream()
                .filter(DocumentSamples::isComplete)
                .map(DocumentSamples::document)
                .collect(Collectors.toSet());
        desk.recall(scope, documents);
        reporter.prepare(scope::wants, (document, done) -> {
            if (!known.contains(document.document())) {
                desk.save(scope, document);
            }
            if (scope.layer() == null) {
                document.complete();
            }
            listener.accept(done, reporter.comparable());
        });
        AgreementReport report = reporter.report(scope::wants);
        reports.put(project, scope, samples.state(), report);
        return report;
    }

    /**
     * How far an annotator coincides with the others, nobody else named.
     *
     * @throws ProblemException forbidden unless the project shows its annotators
     */
    public Feedback feedback(User actor, ProjectId project) {
        policy.requireOwnAgreement(actor, project);
        return Feedback.of(report(project, Scope.ALL, (done, all) -> {}), actor.name());
    }

    /** Whether a report takes no longer than one likes to wait for a page. */
    boolean isQuick(ProjectId project, Scope scope) {
        SampleDesk.Samples samples = desk.samples(project, schemes.current(project), scope);
        return reports.get(project, scope, samples.state()).isPresent()
                || samples.fresh() <= AT_ONCE
                        && samples.edits() <= EDITS_AT_ONCE
                        && samples.documents().size() <= DRAWN_AT_ONCE;
    }

    /** The layers a report has, in its order. */
    static List<String> layers(Scheme scheme) {
        return new Reporter(scheme, List.of()).layers();
    }
}
