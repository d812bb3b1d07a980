package dev.parley.exchange.intake;

import dev.parley.account.User;
import dev.parley.exchange.HowFar;
import dev.parley.exchange.foreign.ForeignFile;
import dev.parley.exchange.foreign.ForeignReaders;
import dev.parley.exchange.foreign.Survey;
import dev.parley.problem.Problem;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files with annotations come in: all of a file, or nothing of it. */
@Service
public class IntakeService {

    /** Our own bundle. */
    public static final String BUNDLE = "bundle";

    /** In bytes; what is larger is better cut by whoever made it. */
    public static final long LARGEST = 2L << 30;

    private static final long SMALL = 64L << 20;
    private static final int PART_OF_MEMORY = 4;

    private final AccessPolicy policy;
    private final ForeignReaders readers;
    private final ForeignImport foreign;
    private final BundleImport bundles;
    private final TransactionTemplate transaction;
    /** In bytes, unpacked; H2 holds much of a transaction in the memory of this process. */
    private final long most;

    IntakeService(
            AccessPolicy policy,
            ForeignReaders readers,
            ForeignImport foreign,
            BundleImport bundles,
            PlatformTransactionManager transactions,
            @Value("${spring.datasource.url}") String database) {
        this.policy = policy;
        this.readers = readers;
        this.foreign = foreign;
        this.bundles = bundles;
        this.transaction = new TransactionTemplate(transactions);
        this.most = database.startsWith("jdbc:h2:")
                ? Math.max(SMALL, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY)
                : Long.MAX_VALUE;
    }

    /** Formats that can be imported, ours first. */
    public List<String> formats() {
        List<String> formats = new ArrayList<>(List.of(BUNDLE));
        formats.addAll(readers.formats());
        return formats;
    }

    /** @throws ProblemException not found for strangers, forbidden for members who do not manage */
    public void requireImporter(User actor, ProjectId project) {
        policy.require(actor, project, Permission.MANAGE);
    }

    /** @throws ProblemException as {@link #requireImporter}, or invalid if the format is not known */
    public void requirePossible(User actor, ProjectId project, String format) {
        requireImporter(actor, project);
        if (!format.equals(BUNDLE)) {
            readers.requireKnown(format);
        }
    }

    /** What a label of a file may become: the labels of the scheme, and the parts of a claim. */
    public List<String> labels(User actor, ProjectId project) {
        policy.require(actor, project, Permission.MANAGE);
        return foreign.labels(project);
    }

    /**
     * Imports a file.
     *
     * @throws ProblemException invalid, naming file, record and field; fails the scheme; conflict where somebody has worked
     *     already. Nothing is changed then.
     */
    public ImportReport run(User actor, ProjectId project, String format, ForeignFile file, ImportOptions options) {
        return run(actor, project, format, file, options, HowFar.UNHEARD);
    }

    /** The same, told how far it is. */
    public ImportReport run(
            User actor, ProjectId project, String format, ForeignFile file, ImportOptions options, HowFar howFar) {
        policy.require(actor, project, Permission.MANAGE);
        requireRoom(file);
        if (format.equals(BUNDLE)) {
            BundleFile bundle = BundleFile.read(file);
            // what a bundle would change is found out by doing it and taking it back
            return inTransaction(
                    options.preview(), () -> bundles.run(actor, project, bundle, options.preview(), howFar));
        }
        Survey survey = readers.survey(format, file);
        return inTransaction(
                options.preview(),
                () -> foreign.run(
                        actor,
                        project,
                        survey,
                        found -> readers.read(format, file, survey.unit(), found),
                        options,
                        howFar));
    }

    private void requireRoom(ForeignFile file) {
        long unpacked = file.unpacked();
        if (unpacked > most) {
            throw ProblemException.of(
                    Problem.Kind.TOO_LARGE,
                    "“%s” holds %d MB. With the memory Parley has here it takes in up to %d MB at once: cut the file, give Parley more memory, or use PostgreSQL. Nothing was imported."
                            .formatted(file.name(), unpacked >> 20, most >> 20));
        }
    }

    private ImportReport inTransaction(boolean preview, Supplier<ImportReport> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            ImportReport report = work.get();
            if (preview) {
                status.setRollbackOnly();
            }
            return report;
        }));
    }
}
