package dev.parley.agreement.api;

import dev.parley.account.CurrentUser;
import dev.parley.agreement.AgreementReport;
import dev.parley.agreement.AgreementReport.DocumentReport;
import dev.parley.agreement.AgreementReport.GroupReport;
import dev.parley.agreement.AgreementReport.LabelReport;
import dev.parley.agreement.AgreementReport.LayerReport;
import dev.parley.agreement.AgreementReport.PairReport;
import dev.parley.agreement.AgreementService;
import dev.parley.agreement.AgreementService.Scope;
import dev.parley.agreement.Coincidences;
import dev.parley.agreement.Feedback;
import dev.parley.agreement.Measured;
import dev.parley.agreement.Outcome;
import dev.parley.document.DocumentId;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AgreementController {

    private final AgreementService agreement;
    private final CurrentUser currentUser;

    AgreementController(AgreementService agreement, CurrentUser currentUser) {
        this.agreement = agreement;
        this.currentUser = currentUser;
    }

    record ReportJson(List<LayerJson> layers) {

        static ReportJson of(AgreementReport report) {
            return new ReportJson(report.layers().stream().map(LayerJson::of).toList());
        }
    }

    record LayerJson(
            String layer,
            List<OutcomeJson> outcomes,
            List<PairJson> pairs,
            List<LabelJson> labels,
            List<DocumentJson> documents,
            List<GroupJson> groups,
            @Nullable ConfusionJson confusion) {

        static LayerJson of(LayerReport layer) {
            return new LayerJson(
                    layer.layer(),
                    OutcomeJson.all(layer.outcomes()),
                    layer.pairs().stream().map(PairJson::of).toList(),
                    layer.labels().stream().map(LabelJson::of).toList(),
                    layer.documents().stream().map(DocumentJson::of).toList(),
                    layer.groups().stream().map(GroupJson::of).toList(),
                    layer.confusion().map(ConfusionJson::of).orElse(null));
        }
    }

    record CountJson(int documents, int units) {}

    record OutcomeJson(
            String measure,
            @Nullable Double value,
            @Nullable String reason,
            @Nullable List<Double> interval,
            CountJson n,
            Map<String, Object> how) {

        static List<OutcomeJson> all(List<Measured> measured) {
            return measured.stream().map(OutcomeJson::of).toList();
        }

        static OutcomeJson of(Measured measured) {
            return new OutcomeJson(
                    measured.measure(),
                    measured.outcome() instanceof Outcome.Value value ? value.value() : null,
                    measured.outcome() instanceof Outcome.Undefined undefined
                            ? undefined.reason().code()
                            : null,
                    measured.interval()
                            .map(interval -> List.of(interval.low(), interval.high()))
                            .orElse(null),
                    new CountJson(measured.documents(), measured.units()),
                    measured.how());
        }
    }

    record PairJson(List<String> annotators, List<OutcomeJson> outcomes) {

        static PairJson of(PairReport pair) {
            return new PairJson(List.of(pair.one(), pair.other()), OutcomeJson.all(pair.outcomes()));
        }
    }

    record LabelJson(String label, int marks, List<OutcomeJson> outcomes) {

        static LabelJson of(LabelReport label) {
            return new LabelJson(label.label(), label.marks(), OutcomeJson.all(label.outcomes()));
        }
    }

    record DocumentJson(String document, List<String> annotators, int disagreements, List<OutcomeJson> outcomes) {

        static DocumentJson of(DocumentReport document) {
            return new DocumentJson(
                    document.document().toString(),
                    document.annotators(),
                    document.disagreements(),
                    OutcomeJson.all(document.outcomes()));
        }
    }

    record GroupJson(String by, String name, int documents, List<OutcomeJson> outcomes) {

        static GroupJson of(GroupReport group) {
            return new GroupJson(group.by().wire(), group.name(), group.documents(), OutcomeJson.all(group.outcomes()));
        }
    }

    record ConfusionJson(List<String> labels, double[][] counts) {

        static ConfusionJson of(Coincidences<String> coincidences) {
            return new ConfusionJson(coincidences.categories(), coincidences.counts());
        }
    }

    @GetMapping("/api/v1/projects/{project}/agreement")
    ReportJson report(
            @PathVariable ProjectId project,
            @RequestParam(required = false) @Nullable String layer,
            @RequestParam(required = false) @Nullable Set<String> annotators,
            @RequestParam(required = false) @Nullable Set<String> documents,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Scope scope = new Scope(
                layer == null || layer.isBlank() ? null : layer,
                annotators == null ? Set.of() : annotators,
                documents == null
                        ? Set.of()
                        : documents.stream().map(AgreementController::document).collect(Collectors.toSet()),
                day("from", from),
                day("to", to));
        return ReportJson.of(agreement.report(currentUser.get(), project, scope));
    }

    record FeedbackJson(List<LayerFeedbackJson> layers) {

        static FeedbackJson of(Feedback feedback) {
            return new FeedbackJson(feedback.layers().stream()
                    .map(layer -> new LayerFeedbackJson(
                            layer.layer(),
                            layer.standings().stream().map(StandingJson::of).toList()))
                    .toList());
        }
    }

    record LayerFeedbackJson(String layer, List<StandingJson> outcomes) {}

    record StandingJson(
            String measure,
            @Nullable Double own,
            @Nullable Double everybody,
            @Nullable String reason,
            int documents) {

        static StandingJson of(Feedback.Standing standing) {
            return new StandingJson(
                    standing.measure(),
                    value(standing.own()),
                    value(standing.everybody()),
                    standing.own() instanceof Outcome.Undefined undefined
                            ? undefined.reason().code()
                            : null,
                    standing.documents());
        }
    }

    private static @Nullable Double value(Outcome outcome) {
        return outcome instanceof Outcome.Value(double value) ? value : null;
    }

    /** How far the caller coincides with the others, where the project shows its annotators. */
    @GetMapping("/api/v1/projects/{project}/agreement/me")
    FeedbackJson feedback(@PathVariable ProjectId project) {
        return FeedbackJson.of(agreement.feedback(currentUser.get(), project));
    }

    private static @Nullable LocalDate day(String field, @Nullable String written) {
        try {
            return written == null || written.isBlank() ? null : LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            String message = "%s is a day such as 2026-11-22, not “%s”.".formatted(field, written);
            throw ProblemException.invalid(message, List.of(new Fault(field, message)));
        }
    }

    private static DocumentId document(String id) {
        try {
            return new DocumentId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            String message = "“%s” is not the id of a document.".formatted(id);
            throw ProblemException.invalid(message, List.of(new Fault("documents", message)));
        }
    }
}
