package dev.parley.agreement;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A report being worked out while somebody looks at how far it is. Not kept beyond the process: what was worked out for a
 * document stays known, so that asking again goes on where it ended.
 */
public final class Computation {

    private final Thread thread;
    private volatile int done;
    private volatile int all;
    private volatile @Nullable AgreementReport report;
    private volatile boolean failed;

    Computation(Function<BiConsumer<Integer, Integer>, AgreementReport> work) {
        this.thread = Thread.ofVirtual().name("agreement").unstarted(() -> {
            try {
                report = work.apply((done, all) -> {
                    this.done = done;
                    this.all = all;
                });
            } catch (CancellationException given) {
                failed = true;
            } finally {
                failed |= report == null;
            }
        });
        thread.start();
    }

    /** Documents worked out. */
    public int done() {
        return done;
    }

    /** Documents there are; 0 while that is not known. */
    public int all() {
        return all;
    }

    public Optional<AgreementReport> report() {
        return Optional.ofNullable(report);
    }

    /** Whether it ended without a report. */
    public boolean hasFailed() {
        return failed;
    }

    /** Nobody waits for it any more. */
    public void cancel() {
        thread.interrupt();
    }
}
