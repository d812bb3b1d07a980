package dev.parley.agreement.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.agreement.AgreementReport;
import dev.parley.agreement.AgreementReport.DocumentReport;
import dev.parley.agreement.AgreementReport.GroupReport;
import dev.parley.agreement.AgreementReport.LabelReport;
import dev.parley.agreement.AgreementReport.LayerReport;
import dev.parley.agreement.AgreementReport.PairReport;
import dev.parley.agreement.AgreementRun;
import dev.parley.agreement.AgreementRuns;
import dev.parley.agreement.AgreementService;
import dev.parley.agreement.AgreementService.Scope;
import dev.parley.agreement.Coincidences;
import dev.parley.agreement.Feedback;
import dev.parley.agreement.Measured;
import dev.parley.agreement.Outcome;
import dev.parley.project.JobJson;
import dev.parley.project.ProjectId;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AgreementController {

    private final AgreementService agreement;
    private final AgreementRuns runs;
    private final CurrentUser currentUser;

    AgreementController(AgreementService agreement, AgreementRuns runs, CurrentUser currentUser) {
        this.agreement = agreement;
        this.runs = runs;
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
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportJson.class)))
    @ApiResponse(
            responseCode = "202",
            description = "with wait=false: the job that works it out",
            content = @Content(schema = @Schema(implementation = JobJson.class)))
    ResponseEntity<Object> report(
            @PathVariable ProjectId project,
            @ParameterObject ScopeQuery query,
            @RequestParam(defaultValue = "true") boolean wait) {
        User actor = currentUser.get();
        Scope scope = query.scope();
        if (wait) {
            return ResponseEntity.ok(ReportJson.of(agreement.report(actor, project, scope)));
        }
        AgreementRun run = runs.begin(actor, project, scope);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + run.id()))
                .body(JobJson.of(run.id(), AgreementWork.progress(run)));
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
}
