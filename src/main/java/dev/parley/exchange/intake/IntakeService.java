package dev.parley.exchange.intake;

import dev.parley.account.User;
import dev.parley.exchange.foreign.ForeignFile;
import dev.parley.exchange.foreign.ForeignReaders;
import dev.parley.exchange.foreign.Found;
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

    private static final long LARGEST = 100L << 20;

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

    /**
     * Imports a file.
     *
     * @throws ProblemException invalid, naming file, record and field; fails the scheme; conflict where somebody has worked
     *     already. Nothing is changed then.
     */
    public ImportReport run(User actor, ProjectId project, String format, ForeignFile file, ImportOptions options) {
        policy.require(actor, project, Permission.MANAGE);
        if (file.bytes().length > LARGEST) {
            throw ProblemException.of(
                    dev.parley.problem.Problem.Kind.TOO_LARGE,
                    "“%s” is larger than %d MB; nothing was imported.".formatted(file.name(), LARGEST >> 20));
        }
        if (format.equals(BUNDLE)) {
            BundleFile bundle = BundleFile.read(file);
            return inTransaction(() -> bundles.run(actor, project, bundle, options.preview()));
        }
        Found found = readers.read(format, file);
        return inTransaction(() -> foreign.run(actor, project, found, options));
    }

    private ImportReport inTransaction(Supplier<ImportReport> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
