package dev.parley.adjudication;

import dev.parley.account.User;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a project settles: seen by those who supervise it, changed by those who manage it. */
@Service
@Transactional
public class RulesService {

    private final RulesRepository rules;
    private final AccessPolicy policy;

    RulesService(RulesRepository rules, AccessPolicy policy) {
        this.rules = rules;
        this.policy = policy;
    }

    @Transactional(readOnly = true)
    public Rules of(User actor, ProjectId project) {
        policy.require(actor, project, Permission.SUPERVISE);
        return rules.of(project);
    }

    /** @param change makes the new rules of those that hold, once the actor may change them */
    public Rules change(User actor, ProjectId project, UnaryOperator<Rules> change) {
        policy.require(actor, project, Permission.MANAGE);
        Rules changed = change.apply(rules.of(project));
        rules.put(project, changed);
        return changed;
    }
}
