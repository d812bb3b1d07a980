package dev.parley.exchange;

import dev.parley.account.User;
import dev.parley.exchange.Export.Destination;
import dev.parley.exchange.split.SplitService;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Member;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import dev.parley.scheme.Label;
import dev.parley.scheme.RelationType;
import dev.parley.scheme.Scheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a project holds, taken away by those who supervise it. */
@Service
public class ExportService {

    private static final int MOST_RUNS = 50;
    /** A preview reads so many documents, and half a second is gone. */
    private static final int LOOKED_AT = 40;

    private final AccessPolicy policy;
    private final ProjectService projects;
    private final ProjectSources sources;
    private final PseudonymRepository pseudonyms;
    private final Forms forms;
    private final SplitService splits;
    private final ExportRunRepository runs;
    private final Clock clock;
    /** One moment of the project from the first byte to the last, whatever people mark meanwhile. */
    private final TransactionTemplate snapshot;

    ExportService(
            AccessPolicy policy,
            ProjectService projects,
            ProjectSources sources,
            PseudonymRepository pseudonyms,
            Forms forms,
            SplitService splits,
            ExportRunRepository runs,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.policy = policy;
        this.projects = projects;
        this.sources = sources;
        this.pseudonyms = pseudonyms;
        this.forms = forms;
        this.splits = splits;
        this.runs = runs;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @throws ProblemException not found for strangers, forbidden for members who do not supervise */
    public void requireExporter(User actor, ProjectId id) {
        policy.require(actor, id, Permission.SUPERVISE);
    }

    /**
     * Writes an export to where it is wanted, reading one moment of the project. Asking for a part of the data decides the
     * split of all documents that have no part yet.
     *
     * @throws ProblemException before the destination is begun, for what cannot be exported this way
     */
    public void export(User actor, ProjectId id, Format format, ExportOptions options, Destination destination)
            throws IOException {
        export(actor, id, format, options, destination, HowFar.UNHEARD);
    }

    /** The same, told how far it is. */
    public void export(
            User actor, ProjectId id, Format format, ExportOptions options, Destination destination, HowFar howFar)
            throws IOException {
        requirePossible(actor, id, format, options);
        freezeIfAsked(actor, id, options);
        Project project = projects.get(id);
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String fileName = ExportFileName.of(project.name(), options, format, LocalDate.ofInstant(at, ZoneOffset.UTC));
        try {
            inSnapshot(() -> {
                try {
                    Outgoing outgoing =
                            outgoing(sources.of(actor, project, options).telling(howFar), options, at);
                    HeldBack held = new HeldBack(format, fileName, destination, System::nanoTime);
                    if (losesNothing(format, options)) {
                        held.begin(List.of());
                    }
                    HashingStream out = new HashingStream(held);
                    Losses losses = new Losses();
                    write(format, outgoing, out, losses);
                    held.end(losses.report());
                    runs.insert(id, actor.id(), run(actor, format, fileName, options, out, losses.report(), at));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return format;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What a format would drop of this project. */
    public List<Loss> losses(User actor, ProjectId id, Format format, ExportOptions options) {
        requirePossible(actor, id, format, options);
        Project project = projects.get(id);
        return inSnapshot(() -> lost(format, outgoing(sources.of(actor, project, options), options, clock.instant())));
    }

    /**
     * What an export would hold, how its file begins, and what it would lose. Of large projects only the first documents are
     * looked at, so that it takes no longer the more there is.
     */
    public ExportPreview preview(User actor, ProjectId id, Format format, ExportOptions options) {
        requirePossible(actor, id, format, options);
        Project project = projects.get(id);
        return inSnapshot(() -> {
            ProjectSource all = sources.of(actor, project, options);
            Outgoing first = outgoing(all.first(LOOKED_AT), options, clock.instant());
            Tally tally = new Tally(options);
            first.source().forEachArticle(tally::add);
            return new ExportPreview(
                    all.size(),
                    tally.summary(),
                    beginning(format, outgoing(all.first(1), options, clock.instant())),
                    lost(format, first));
        });
    }

    /** What was taken away, newest first. */
    public List<ExportRun> history(User actor, ProjectId id) {
        policy.require(actor, id, Permission.SUPERVISE);
        return runs.latest(id, MOST_RUNS);
    }

    /** Sign-in names of those whose sets can be asked for. */
    public List<String> annotators(User actor, ProjectId id) {
        policy.require(actor, id, Permission.SUPERVISE);
        return projects.members(id).stream()
                .filter(member -> member.is(Role.ANNOTATOR))
                .map(member -> member.user().name())
                .sorted()
                .toList();
    }

    /** Language tags of the documents that an export can be narrowed to. */
    public List<String> languages(User actor, ProjectId id) {
        policy.require(actor, id, Permission.SUPERVISE);
        return sources.documents().languages(id);
    }

    /** What of the scheme may be marked, and an export be narrowed to. */
    public List<String> labels(User actor, ProjectId id) {
        policy.require(actor, id, Permission.SUPERVISE);
        Scheme scheme = sources.schemes().current(id);
        return Stream.of(
                        scheme.spanLayers().stream()
                                .flatMap(layer -> layer.labels().stream())
                                .map(Label::id),
                        scheme.frame().stream().map(frame -> "claim"),
                        scheme.relations().stream().map(RelationType::id))
                .flatMap(labels -> labels)
                .distinct()
                .toList();
    }

    /** @throws ProblemException for what cannot be exported this way, or not by this person */
    public void requirePossible(User actor, ProjectId id, Format format, ExportOptions options) {
        policy.require(actor, id, Permission.SUPERVISE);
        if (!options.text() && !format.worksWithoutText()) {
            throw ProblemException.invalid(
                    "%s cannot be written without the articles' words; text=false works with bundle, json, jsonl and per-annotator."
                            .formatted(format.title()));
        }
        if (options.sets() instanceof Selection.One(String annotator)) {
            boolean known = projects.members(id).stream()
                    .map(Member::user)
                    .anyMatch(user -> user.name().equals(annotator));
            if (!known) {
                throw ProblemException.invalid(
                        "There is no annotator %s in this project; sets is all, gold or an annotator's name."
                                .formatted(annotator));
            }
        }
    }

    private void freezeIfAsked(User actor, ProjectId id, ExportOptions options) {
        if (options.split() != null) {
            splits.freeze(actor, id);
        }
    }

    private Outgoing outgoing(ProjectSource source, ExportOptions options, Instant at) {
        return new Outgoing(source, options, names(source.project().id(), options), at);
    }

    private void write(Format format, Outgoing outgoing, OutputStream out, Losses losses) throws IOException {
        ExportSource source =
                outgoing.options().split() == null ? outgoing.source() : new SettledOnly(outgoing.source(), losses);
        forms.of(format).write(new Outgoing(source, outgoing.options(), outgoing.names(), outgoing.at()), out, losses);
    }

    private static boolean losesNothing(Format format, ExportOptions options) {
        return format.purpose() == Format.Purpose.OWN && options.split() == null;
    }

    /** Writes to nowhere to see what is dropped: the report can then never differ from the file. */
    private List<Loss> lost(Format format, Outgoing outgoing) {
        if (losesNothing(format, outgoing.options())) {
            return List.of();
        }
        Losses losses = new Losses();
        try {
            write(format, outgoing, OutputStream.nullOutputStream(), losses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return losses.report();
    }

    private String beginning(Format format, Outgoing first) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(format, first, out, new Losses());
            return Beginning.of(format, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExportRun run(
            User actor,
            Format format,
            String fileName,
            ExportOptions options,
            HashingStream out,
            List<Loss> losses,
            Instant at) {
        return new ExportRun(
                UUID.randomUUID(),
                actor.name(),
                format.id(),
                fileName,
                options.query(),
                out.bytes(),
                out.sha256(),
                Export.lostItems(losses),
                at);
    }

    private <T> T inSnapshot(Supplier<T> work) {
        return Objects.requireNonNull(snapshot.execute(status -> work.get()));
    }

    private Names names(ProjectId project, ExportOptions options) {
        return options.anonymous()
                ? Names.pseudonyms(pseudonyms.all(project), name -> pseudonyms.add(project, name))
                : Names.own();
    }
}
