package dev.parley.exchange.intake;

import dev.parley.account.User;
import dev.parley.exchange.HowFar;
import dev.parley.exchange.foreign.ForeignFile;
import dev.parley.exchange.foreign.ForeignReaders;
import dev.parley.exchange.foreign.Survey;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
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

    private final AccessPolicy policy;
    private final ForeignReaders readers;
    private final ForeignImport foreign;
    private final BundleImport bundles;
    private final TransactionTemplate transaction;

    IntakeService(
            AccessPolicy policy,
            ForeignReaders readers,
            ForeignImport foreign,
            BundleImport bundles,
            PlatformTransactionManager transactions) {
        this.policy = policy;
        this.readers = readers;
        this.foreign = foreign;
        this.bundles = bundles;
        this.transaction = new TransactionTemplate(transactions);
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
