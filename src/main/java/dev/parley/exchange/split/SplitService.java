package dev.parley.exchange.split;

import dev.parley.account.User;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Divides the documents of a project into training, development and test data. */
@Service
@Transactional
public class SplitService {

    private final SplitRepository splits;
    private final DocumentService documents;
    private final AccessPolicy policy;
    private final Clock clock;

    SplitService(SplitRepository splits, DocumentService documents, AccessPolicy policy, Clock clock) {
        this.splits = splits;
        this.documents = documents;
        this.policy = policy;
        this.clock = clock;
    }

    /** The places given so far, for packages that have asked the policy. */
    @Transactional(readOnly = true)
    public Split frozen(ProjectId project) {
        return splits.find(project);
    }

    /** What {@link #freeze} would make of the project as it is now. Reads every text. */
    @Transactional(readOnly = true)
    public Split preview(User actor, ProjectId project) {
        policy.require(actor, project, Permission.SUPERVISE);
        return grown(project);
    }

    /** Gives every document a place that has none, for good. */
    public Split freeze(User actor, ProjectId project) {
        policy.require(actor, project, Permission.SUPERVISE);
        if (splits.find(project).placements().keySet().containsAll(documents.ids(project))) {
            return splits.find(project);
        }
        splits.lock(project);
        Map<DocumentId, Placement> before = splits.find(project).placements();
        Split grown = grown(project);
        splits.insert(
                project,
                grown.placements().values().stream()
                        .filter(placement -> !before.containsKey(placement.document()))
                        .toList(),
                clock.instant());
        return grown;
    }

    /** Takes over the places that documents had in another Parley. For documents that have none yet. */
    public void restore(User actor, ProjectId project, Collection<Placement> placements) {
        policy.require(actor, project, Permission.MANAGE);
        splits.lock(project);
        splits.insert(project, placements, clock.instant());
    }

    private Split grown(ProjectId project) {
        NearDuplicates near = new NearDuplicates();
        List<DocumentId> ids = documents.ids(project).stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
        ids.forEach(id -> near.add(id, documents.text(id).value()));
        return splits.find(project).grown(project.toString(), near.groups());
    }
}
