package dev.parley.exchange;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads ahead: while one thread writes an article, the other reads the next ones. Reading stays with the caller, whose
 * transaction sees one moment of the project.
 */
final class Ahead {

    /** How many wait to be written at most. */
    private static final int WAITING = 8;

    /** An empty one says that no more come. */
    private final BlockingQueue<Optional<Article>> waiting = new ArrayBlockingQueue<>(WAITING);

    private final Consumer<Article> writer;
    private volatile @Nullable Throwable failure;

    private Ahead(Consumer<Article> writer) {
        this.writer = writer;
    }

    /**
     * Hands every article on, in order, and returns when the last is written. What fails on either side ends both.
     *
     * @param reader hands over the articles
     * @param writer told of them in another thread, one after the other
     */
    static void forEach(Consumer<Consumer<Article>> reader, Consumer<Article> writer) {
        Ahead ahead = new Ahead(writer);
        Thread thread = Thread.ofPlatform().name("export").start(ahead::write);
        try {
            reader.accept(ahead::put);
        } finally {
            ahead.end(thread);
        }
        ahead.throwFailure();
    }

    private void put(Article article) {
        throwFailure();
        try {
            waiting.put(Optional.of(article));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The export was interrupted.", e);
        }
    }

    /** Takes everything even after a failure, so that whoever puts never waits for nothing. */
    private void write() {
        try {
            for (Optional<Article> next = waiting.take(); next.isPresent(); next = waiting.take()) {
                if (failure == null) {
                    writeOne(next.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeOne(Article article) {
        try {
            writer.accept(article);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** Waits for the last article even when interrupted: what it is written to is closed afterwards. */
    private void end(Thread thread) {
        boolean interrupted = false;
        for (boolean told = false; !told || thread.isAlive(); ) {
            try {
                if (!told) {
                    waiting.put(Optional.empty());
                    told = true;
                }
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwFailure() {
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
