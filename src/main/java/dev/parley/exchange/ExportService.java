package dev.parley.exchange;

import dev.parley.account.User;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Member;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a project holds, taken away by those who supervise it. */
@Service
public class ExportService {

    private final AccessPolicy policy;
    private final ProjectService projects;
    private final ProjectSources sources;
    private final PseudonymRepository pseudonyms;
    private final Clock clock;
    /** One moment of the project from the first byte to the last, whatever people mark meanwhile. */
    private final TransactionTemplate snapshot;

    ExportService(
            AccessPolicy policy,
            ProjectService projects,
            ProjectSources sources,
            PseudonymRepository pseudonyms,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.policy = policy;
        this.projects = projects;
        this.sources = sources;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @throws ProblemException not found for strangers, forbidden for members who do not supervise */
    public void requireExporter(User actor, ProjectId id) {
        policy.require(actor, id, Permission.SUPERVISE);
    }

    /** Checks what was asked for and gets an export ready; nothing is read before it is written. */
    public Export open(User actor, ProjectId id, Format format, ExportOptions options) {
        requireAllowed(actor, id, options);
        Project project = projects.get(id);
        String fileName = ExportFileName.of(
                project.name(), options, format, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return new Export(format, fileName, List.of(), out -> write(actor, project, format, options, out));
    }

    /** What a format would drop of this project. */
    public List<Loss> losses(User actor, ProjectId id, Format format) {
        policy.require(actor, id, Permission.SUPERVISE);
        return switch (format) {
            case BUNDLE, JSON, JSON_LINES -> List.of();
        };
    }

    /** What an export would hold, with its first record. Reads the whole project. */
    public ExportPreview preview(User actor, ProjectId id, ExportOptions options) {
        requireAllowed(actor, id, options);
        Project project = projects.get(id);
        return inSnapshot(() -> {
            ExportSource source = sources.of(actor, project);
            Names names = names(project.id(), options);
            Tally tally = new Tally(options);
            Article[] first = new Article[1];
            source.forEachArticle(article -> {
                tally.add(article);
                first[0] = first[0] == null ? article : first[0];
            });
            return new ExportPreview(
                    tally.summary(), first[0] == null ? "" : new Sections(source, options, names).show(first[0]));
        });
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

    private void requireAllowed(User actor, ProjectId id, ExportOptions options) {
        policy.require(actor, id, Permission.SUPERVISE);
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

    private void write(User actor, Project project, Format format, ExportOptions options, OutputStream out)
            throws IOException {
        try {
            inSnapshot(() -> {
                try {
                    new ExportWriter(
                                    sources.of(actor, project),
                                    options,
                                    names(project.id(), options),
                                    clock.instant().truncatedTo(ChronoUnit.SECONDS))
                            .write(format, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return format;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
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
