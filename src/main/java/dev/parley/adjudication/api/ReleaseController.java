package dev.parley.adjudication.api;

import dev.parley.account.CurrentUser;
import dev.parley.adjudication.ReleaseGate;
import dev.parley.adjudication.ReleaseGate.Readiness;
import dev.parley.adjudication.RulesJson;
import dev.parley.adjudication.RulesService;
import dev.parley.project.ProjectId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** When a project's gold set is ready, and what is in the way. */
@RestController
@RequestMapping("/api/v1/projects/{project}/release")
class ReleaseController {

    private final ReleaseGate gate;
    private final RulesService rules;
    private final CurrentUser currentUser;

    ReleaseController(ReleaseGate gate, RulesService rules, CurrentUser currentUser) {
        this.gate = gate;
        this.rules = rules;
        this.currentUser = currentUser;
    }

    record BlockerJson(String kind, String message) {}

    record ReleaseJson(boolean ready, List<BlockerJson> blockers, JsonNode rules) {

        static ReleaseJson of(Readiness readiness) {
            return new ReleaseJson(
                    readiness.isReady(),
                    readiness.blockers().stream()
                            .map(blocker ->
                                    new BlockerJson(blocker.kind().name().toLowerCase(Locale.ROOT), blocker.sentence()))
                            .toList(),
                    RulesJson.write(readiness.rules()));
        }
    }

    @GetMapping
    ReleaseJson read(@PathVariable ProjectId project) {
        return ReleaseJson.of(gate.of(currentUser.get(), project));
    }

    /** Changes the rules that are named. */
    @PutMapping
    ReleaseJson write(@PathVariable ProjectId project, @RequestBody(required = false) @Nullable JsonNode changes) {
        rules.change(currentUser.get(), project, before -> RulesJson.over(before, changes));
        return ReleaseJson.of(gate.of(currentUser.get(), project));
    }
}
