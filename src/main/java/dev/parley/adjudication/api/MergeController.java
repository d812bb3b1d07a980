package dev.parley.adjudication.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.account.UserService;
import dev.parley.adjudication.ErrorsLeft;
import dev.parley.adjudication.MergePreview;
import dev.parley.adjudication.MergeRule;
import dev.parley.adjudication.MergeRuleJson;
import dev.parley.adjudication.MergeRun;
import dev.parley.adjudication.MergeRuns;
import dev.parley.adjudication.MergeService;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/projects/{project}/merges")
class MergeController {

    private final MergeService merges;
    private final MergeRuns runs;
    private final UserService users;
    private final AccessPolicy policy;
    private final CurrentUser currentUser;

    MergeController(
            MergeService merges, MergeRuns runs, UserService users, AccessPolicy policy, CurrentUser currentUser) {
        this.merges = merges;
        this.runs = runs;
        this.users = users;
        this.policy = policy;
        this.currentUser = currentUser;
    }

    record PreviewJson(
            JsonNode rule,
            int agreed,
            int open,
            int decided,
            int left,
            Map<String, Integer> byCause,
            ErrorsLeft errors,
            int audited,
            int people,
            List<MergePreview.Example> examples) {

        static PreviewJson of(MergePreview preview) {
            Map<String, Integer> byCause = new TreeMap<>();
            preview.byCause().forEach((cause, count) -> byCause.put(cause.wire(), count));
            return new PreviewJson(
                    MergeRuleJson.write(preview.rule()),
                    preview.agreed(),
                    preview.open(),
                    preview.decided(),
                    preview.left(),
                    byCause,
                    preview.errors(),
                    preview.audited(),
                    preview.people(),
                    preview.examples());
        }
    }

    /** @param progress 0 to 1 */
    record RunJson(
            String id,
            JsonNode rule,
            String state,
            double progress,
            int decided,
            int toAudit,
            String by,
            Instant begunAt,
            @Nullable Instant endedAt) {

        static RunJson of(MergeRun run, Map<UserId, User> people) {
            User by = people.get(run.begunBy());
            return new RunJson(
                    run.id().toString(),
                    MergeRuleJson.write(run.rule()),
                    run.state().name().toLowerCase(Locale.ROOT),
                    run.state() == MergeRun.State.RUNNING ? (double) run.done() / Math.max(1, run.documents()) : 1,
                    run.decided(),
                    run.toAudit(),
                    by == null ? "unknown" : by.name(),
                    run.begunAt(),
                    run.endedAt());
        }
    }

    record Runs(List<RunJson> items, @Nullable String next) {}

    /** With {@code preview} what would be decided; else begins a run and answers 202 with it. */
    @PostMapping
    ResponseEntity<?> merge(@PathVariable ProjectId project, @RequestBody(required = false) @Nullable JsonNode body) {
        User actor = currentUser.get();
        policy.require(actor, project, Permission.ADJUDICATE);
        MergeRule rule = MergeRuleJson.read(body);
        if (body != null && body.path("preview").asBoolean(false)) {
            return ResponseEntity.ok(PreviewJson.of(merges.preview(actor, project, rule)));
        }
        MergeRun run = merges.begin(actor, project, rule);
        runs.submit(run);
        return ResponseEntity.accepted()
                .header("Location", "/api/v1/projects/%s/merges/%s".formatted(project, run.id()))
                .body(RunJson.of(run, Map.of(actor.id(), actor)));
    }

    @GetMapping
    Runs all(@PathVariable ProjectId project) {
        List<MergeRun> found = merges.runs(currentUser.get(), project);
        Map<UserId, User> people =
                users.byId(found.stream().map(MergeRun::begunBy).collect(Collectors.toSet()));
        return new Runs(found.stream().map(run -> RunJson.of(run, people)).toList(), null);
    }

    @GetMapping("/{merge}")
    RunJson one(@PathVariable ProjectId project, @PathVariable UUID merge) {
        MergeRun run = merges.run(currentUser.get(), project, merge);
        return RunJson.of(run, users.byId(List.of(run.begunBy())));
    }

    /** Takes back everything the run decided that still stands. */
    @DeleteMapping("/{merge}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable ProjectId project, @PathVariable UUID merge) {
        merges.undo(currentUser.get(), project, merge);
    }
}
