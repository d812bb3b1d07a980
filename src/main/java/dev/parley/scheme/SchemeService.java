package dev.parley.scheme;

import dev.parley.account.User;
import dev.parley.problem.Problem;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPart;
import dev.parley.scheme.Reading.Fault;
import dev.parley.scheme.Reading.Faulty;
import dev.parley.scheme.Reading.Readable;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The schemes of projects, in versions that count up by one. Every project has at least version 1. */
@Service
@Transactional
public class SchemeService implements ProjectPart {

    private final SchemeRepository schemes;
    private final AccessPolicy policy;
    private final List<SchemeUse> uses;
    private final Clock clock;
    private final ReadSchemes read = new ReadSchemes();

    SchemeService(SchemeRepository schemes, AccessPolicy policy, List<SchemeUse> uses, Clock clock) {
        this.schemes = schemes;
        this.policy = policy;
        this.uses = uses;
        this.clock = clock;
    }

    /** The newest version. */
    @Transactional(readOnly = true)
    public Scheme current(ProjectId project) {
        return at(project, schemes.latest(project));
    }

    /** @throws ProblemException not found */
    @Transactional(readOnly = true)
    public Scheme at(ProjectId project, int version) {
        return read.get(project, version, () -> stored(source(project, version)).withVersion(version));
    }

    /** The newest version, for somebody who may see the project. */
    @Transactional(readOnly = true)
    public Scheme require(User actor, ProjectId project) {
        policy.require(actor, project, Permission.READ);
        return current(project);
    }

    /** A version, for somebody who may see the project. */
    @Transactional(readOnly = true)
    public Scheme require(User actor, ProjectId project, int version) {
        policy.require(actor, project, Permission.READ);
        return at(project, version);
    }

    /** The text as it was saved. */
    @Transactional(readOnly = true)
    public String source(ProjectId project, int version) {
        return schemes.source(project, version)
                .orElseThrow(() -> ProblemException.notFound("version of the scheme", version));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<SchemeVersion> versions(User actor, ProjectId project) {
        policy.require(actor, project, Permission.READ);
        return schemes.versions(project);
    }

    /**
     * Saves a new version; the same text again, or JSON that says the same, changes nothing.
     *
     * @param text YAML or JSON; JSON is kept as YAML
     * @return the version that counts now
     * @throws ProblemException fails the scheme, with every fault and with everything removed that is in use; conflict if
     *     somebody else saved at the same moment
     */
    public Scheme put(User actor, ProjectId project, String text) {
        policy.require(actor, project, Permission.MANAGE);
        Scheme before = current(project);
        Scheme after = readable(text).withVersion(before.version());
        if (text.equals(source(project, before.version())) || (SchemeJson.isJson(text) && after.equals(before))) {
            return before;
        }
        SchemeChange change = change(project, before, after);
        if (change.isRefused()) {
            throw failure("What is in use cannot be removed.", change.refusals());
        }
        return save(actor, project, after.withVersion(before.version() + 1), text);
    }

    /**
     * {@link #put} for somebody who looked at a certain version; refused as stale if it is not the newest any more.
     *
     * @param basedOn the version that was looked at
     */
    public Scheme put(User actor, ProjectId project, String text, int basedOn) {
        policy.require(actor, project, Permission.MANAGE);
        int latest = schemes.latest(project);
        if (latest != basedOn) {
            throw ProblemException.of(
                    Problem.Kind.STALE,
                    "The scheme is at version %d by now, not at %d; load it and look again."
                            .formatted(latest, basedOn));
        }
        return put(actor, project, text);
    }

    /**
     * A version as another Parley kept it.
     *
     * @param source YAML
     */
    public record Kept(SchemeVersion version, String source) {}

    /**
     * Puts the versions of another project in place of this one's, under their numbers. For a project in which nothing was
     * marked yet, which the caller makes sure of.
     *
     * @throws ProblemException fails the scheme, with every fault of the first version that has one
     */
    public void restore(User actor, ProjectId project, List<Kept> versions) {
        policy.require(actor, project, Permission.MANAGE);
        versions.forEach(kept -> readable(kept.source()));
        schemes.delete(project);
        versions.forEach(kept -> schemes.insert(project, kept.version(), kept.source()));
        read.forget(project);
        // others may have read the old ones meanwhile, and what is taken back again must not stay known
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                read.forget(project);
            }
        });
    }

    /** What {@link #put} would do, without doing it. Faults in the text are thrown as there. */
    @Transactional(readOnly = true)
    public SchemeChange preview(User actor, ProjectId project, String text) {
        policy.require(actor, project, Permission.MANAGE);
        return change(project, current(project), readable(text));
    }

    /** @param scheme a preset's id, or a whole scheme; the default preset if absent */
    @Override
    public void begin(User actor, Project project, @Nullable String scheme) {
        String text = scheme == null || scheme.isBlank() ? Presets.source(Presets.DEFAULT) : named(scheme);
        save(actor, project.id(), readable(text).withVersion(1), text);
    }

    /** A word is the name of a preset; whatever holds a line end or a colon is a scheme itself. */
    private static String named(String scheme) {
        if (scheme.contains("\n") || scheme.contains(":")) {
            return scheme;
        }
        String name = scheme.strip();
        if (!Presets.ids().contains(name)) {
            String sentence =
                    "There is no preset \"%s\"; there are %s.".formatted(name, String.join(", ", Presets.ids()));
            throw ProblemException.invalid(sentence, List.of(new Problem.Fault("scheme", sentence)));
        }
        return Presets.source(name);
    }

    private Scheme save(User actor, ProjectId project, Scheme scheme, String text) {
        SchemeVersion version =
                new SchemeVersion(scheme.version(), actor.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            schemes.insert(project, version, SchemeJson.isJson(text) ? SchemeJson.writeYaml(scheme) : text);
        } catch (DuplicateKeyException _) {
            throw ProblemException.conflict(
                    "Somebody else saved version %d of the scheme just now; load it and look again."
                            .formatted(scheme.version()));
        }
        return scheme;
    }

    private SchemeChange change(ProjectId project, Scheme before, Scheme after) {
        Consumer<Consumer<Set<SchemeItem>>> annotations = tally -> uses.forEach(use -> use.visit(project, tally));
        return SchemeChange.between(before, after, annotations);
    }

    private static Scheme readable(String text) {
        return switch (SchemeReader.read(text)) {
            case Readable(Scheme scheme) -> scheme;
            case Faulty(List<Fault> faults) ->
                throw failure(
                        faults.size() == 1
                                ? "The scheme has a fault on line %d."
                                        .formatted(faults.getFirst().line())
                                : "The scheme has %d faults, the first on line %d."
                                        .formatted(
                                                faults.size(), faults.getFirst().line()),
                        faults);
        };
    }

    /** What was saved was readable then; if it is not now, the reader has become stricter than its own past. */
    private static Scheme stored(String text) {
        return switch (SchemeReader.read(text)) {
            case Readable(Scheme scheme) -> scheme;
            case Faulty(List<Fault> faults) -> throw new IllegalStateException("a saved scheme is faulty: " + faults);
        };
    }

    private static ProblemException failure(String detail, List<Fault> faults) {
        return ProblemException.failsScheme(
                detail,
                faults.stream()
                        .map(fault -> new Problem.Fault(
                                fault.path(),
                                fault.line() == 0
                                        ? fault.message()
                                        : "line %d: %s".formatted(fault.line(), fault.message())))
                        .toList());
    }
}
