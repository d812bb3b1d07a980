package dev.parley.adjudication;

import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.adjudication.Decision.Automatic;
import dev.parley.adjudication.MergePlan.Pick;
import dev.parley.adjudication.MergeRun.State;
import dev.parley.agreement.Cause;
import dev.parley.agreement.Disagreement;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.document.DocumentText;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets rules decide. A run goes from document to document, each in a transaction of its own; one that is cut off is begun
 * again from the first document, where it finds what it decided before and leaves it.
 */
@Service
public class MergeService {

    private static final int EXAMPLES = 12;

    private final Dockets dockets;
    private final Settling settling;
    private final MergeRunRepository runs;
    private final QuestionRepository questions;
    private final Bench bench;
    private final DocumentService documents;
    private final ProjectService projects;
    private final UserService users;
    private final AccessPolicy policy;
    private final TransactionTemplate transaction;

    MergeService(
            Dockets dockets,
            Settling settling,
            MergeRunRepository runs,
            QuestionRepository questions,
            Bench bench,
            DocumentService documents,
            ProjectService projects,
            UserService users,
            AccessPolicy policy,
            TransactionTemplate transaction) {
        this.dockets = dockets;
        this.settling = settling;
        this.runs = runs;
        this.questions = questions;
        this.bench = bench;
        this.documents = documents;
        this.projects = projects;
        this.users = users;
        this.policy = policy;
        this.transaction = transaction;
    }

    /** What a rule would decide; changes nothing. */
    public MergePreview preview(User actor, ProjectId project, MergeRule rule) {
        requireSense(actor, project, rule);
        Collection<Docket> all = dockets.of(project).values();
        MergePlan plan = MergePlan.of(rule, all);
        Set<String> asked = askedBack(questions.of(project));
        Vocabulary vocabulary = bench.vocabulary(project);
        Map<Cause, Integer> byCause = new EnumMap<>(Cause.class);
        List<Double> wrong = new ArrayList<>();
        List<MergePreview.Example> examples = new ArrayList<>();
        int open = 0;
        int agreed = 0;
        int audited = 0;
        for (Docket docket : all) {
            agreed += docket.agreed();
            for (Disagreement disagreement : open(docket, asked)) {
                open++;
                Optional<Pick> pick = plan.pick(disagreement);
                if (pick.isPresent()) {
                    wrong.add(1 - pick.get().posterior());
                    byCause.merge(disagreement.cause(), 1, Integer::sum);
                    audited += MergePlan.isAudited(disagreement.id()) ? 1 : 0;
                    if (examples.size() < EXAMPLES) {
                        examples.add(example(docket, disagreement, pick.get(), vocabulary));
                    }
                }
            }
        }
        long people = all.stream()
                .flatMap(docket -> docket.decisions().stream())
                .filter(decision -> !decision.isAutomatic())
                .count();
        return new MergePreview(
                rule, agreed, open, wrong.size(), byCause, ErrorsLeft.of(wrong), audited, (int) people, examples);
    }

    private MergePreview.Example example(Docket docket, Disagreement disagreement, Pick pick, Vocabulary vocabulary) {
        DocumentText text = documents.text(docket.document().id());
        return new MergePreview.Example(
                disagreement.id(),
                Likeness.words(disagreement, text),
                new VersionWords(vocabulary, disagreement, text)
                        .brief(disagreement.versions().get(pick.version())),
                pick.posterior());
    }

    /** Begins a run, which {@link #carryOut} does. */
    public MergeRun begin(User actor, ProjectId project, MergeRule rule) {
        requireSense(actor, project, rule);
        MergeRun run = new MergeRun(
                UUID.randomUUID(),
                project,
                rule,
                State.RUNNING,
                dockets.compared(project),
                0,
                0,
                0,
                actor.id(),
                settling.now(),
                null);
        runs.insert(run);
        return run;
    }

    /** Goes through all documents; returns when the run has come to its end or was taken back. */
    void carryOut(UUID id) {
        MergeRun run = runs.find(id).orElseThrow();
        User actor = users.find(run.begunBy()).orElseThrow();
        Map<DocumentId, Docket> all = dockets.of(run.project());
        MergePlan plan = MergePlan.of(run.rule(), all.values());
        int done = 0;
        for (Docket docket : all.values()) {
            int number = ++done;
            boolean goOn =
                    Boolean.TRUE.equals(transaction.execute(status -> goThrough(run, actor, docket, plan, number)));
            if (!goOn) {
                return;
            }
        }
        transaction.executeWithoutResult(status -> {
            if (runs.lock(id) == State.RUNNING) {
                runs.end(id, State.DONE, settling.now());
            }
        });
    }

    /** @return whether to go on */
    private boolean goThrough(MergeRun run, User actor, Docket seen, MergePlan plan, int number) {
        if (runs.lock(run.id()) != State.RUNNING) {
            return false;
        }
        Set<String> asked = askedBack(questions.of(seen.document().id()));
        List<Disagreement> wanted = open(seen, asked).stream()
                .filter(disagreement -> plan.pick(disagreement).isPresent())
                .toList();
        if (!wanted.isEmpty()) {
            Docket docket = settling.hold(seen.document());
            for (Disagreement disagreement : wanted) {
                Pick pick = plan.pick(disagreement).orElseThrow();
                Automatic automatic = new Automatic(
                        run.id(),
                        run.rule().strategy().wire(),
                        pick.posterior(),
                        MergePlan.isAudited(disagreement.id()));
                // a set may have been reopened since the rule looked; then this is another disagreement
                if (docket.disagreement(disagreement.id())
                        .filter(disagreement::equals)
                        .isPresent()) {
                    settling.settle(actor, docket, disagreement, pick.version(), automatic);
                }
            }
            settling.release(seen.document().id());
        }
        runs.advance(run.id(), number);
        return true;
    }

    /** What is not decided, and not asked back. */
    private static List<Disagreement> open(Docket docket, Set<String> asked) {
        return docket.disagreements().stream()
                .filter(disagreement -> docket.decision(disagreement.id()).isEmpty())
                .filter(disagreement -> !asked.contains(disagreement.id()))
                .toList();
    }

    private static Set<String> askedBack(List<Question> questions) {
        return questions.stream().map(Question::disagreement).collect(Collectors.toSet());
    }

    /** The runs of a project, newest first. */
    public List<MergeRun> runs(User actor, ProjectId project) {
        policy.require(actor, project, Permission.ADJUDICATE);
        return runs.of(project);
    }

    /** @throws ProblemException not found */
    public MergeRun run(User actor, ProjectId project, UUID id) {
        policy.require(actor, project, Permission.ADJUDICATE);
        return runs.find(id)
                .filter(found -> found.project().equals(project))
                .orElseThrow(() -> ProblemException.notFound("merge", id));
    }

    /** Takes back everything a run decided that still stands, all or nothing; one that is running ends. */
    public void undo(User actor, ProjectId project, UUID id) {
        run(actor, project, id);
        transaction.executeWithoutResult(status -> {
            if (runs.lock(id) == State.UNDONE) {
                throw ProblemException.conflict("This merge was taken back already.");
            }
            List<DocumentId> touched = runs.documents(id);
            runs.withdraw(id, actor.id(), settling.now());
            touched.forEach(settling::release);
            runs.end(id, State.UNDONE, settling.now());
        });
    }

    private void requireSense(User actor, ProjectId project, MergeRule rule) {
        policy.require(actor, project, Permission.ADJUDICATE);
        String trusted = rule.annotator();
        boolean known = trusted == null
                || projects.members(project).stream()
                        .anyMatch(member -> member.user().name().equals(trusted));
        if (!known) {
            throw ProblemException.invalid("annotator", "%s is no member of this project.".formatted(trusted));
        }
        String layer = rule.layer();
        List<String> layers = bench.vocabulary(project).layers();
        if (layer != null && !layers.contains(layer)) {
            throw ProblemException.invalid(
                    "layer", "There is no layer “%s”; the scheme has %s.".formatted(layer, String.join(", ", layers)));
        }
    }
}
