package dev.parley.document.extraction;

import dev.parley.document.extraction.Extraction.Extracted;
import dev.parley.document.extraction.Extraction.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Parses files in a few Java processes that stay warm: starting one takes seconds, a file then milliseconds. A process
 * that breaks a limit is killed and costs one file one error; the next file gets a new one. After a while without work,
 * and after many files, a process ends by itself, so that nothing it may have gathered stays.
 */
@Component
final class ChildExtractor implements TextExtractor, DisposableBean {

    /** Room beside the text for title and provenance, in bytes. */
    private static final int ENVELOPE = 100_000;
    /** No character of a Java string takes more bytes of UTF-8. */
    private static final int WIDEST = 3;

    private final ImportLimits limits;
    private final Semaphore places;
    /** The one that worked last comes first, so that those too many grow cold. */
    private final Deque<Child> warm = new ArrayDeque<>();

    private boolean closed;

    ChildExtractor(ImportLimits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.extractionProcesses(), true);
    }

    @Override
    public Extraction extract(Path file, FileType type, @Nullable String charset) {
        places.acquireUninterruptibly();
        try {
            return extract(
                    new ExtractionChild.Request(
                            file.toAbsolutePath().toString(),
                            type,
                            Objects.requireNonNullElse(charset, ""),
                            characters()),
                    type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    private Extraction extract(ExtractionChild.Request request, FileType type) throws IOException {
        Child child = take();
        boolean whole = false;
        try {
            Child.Outcome outcome =
                    child.ask(request, limits.extractionTime(), (long) characters() * WIDEST + ENVELOPE);
            whole = outcome instanceof Child.Answered;
            return switch (outcome) {
                case Child.Answered(ChildAnswer answer) -> judged(answer, type);
                case Child.TooSlow slow ->
                    new Unreadable("Reading it took longer than %d seconds, so it was given up."
                            .formatted(limits.extractionTime().toSeconds()));
                case Child.TooLong tooLong -> new Unreadable(ExtractionChild.tooLong(characters()));
                case Child.TooMuchMemory memory ->
                    new Unreadable("Reading it takes more memory than the %d MB one file may have."
                            .formatted(limits.extractionMemory().toMegabytes()));
                case Child.Died died -> new Unreadable("It cannot be read: the reader gave up on it.");
            };
        } finally {
            if (whole && child.asked() < limits.extractionFiles()) {
                giveBack(child);
            } else {
                child.close();
            }
        }
    }

    private Child take() throws IOException {
        synchronized (warm) {
            while (!warm.isEmpty()) {
                Child child = warm.pop();
                if (child.isAlive()) {
                    return child;
                }
                child.close();
            }
        }
        return Child.start(limits);
    }

    private void giveBack(Child child) {
        int asked = child.asked();
        synchronized (warm) {
            if (closed) {
                child.close();
                return;
            }
            warm.push(child);
        }
        CompletableFuture.delayedExecutor(limits.extractionRest().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> endIfIdle(child, asked));
    }

    private void endIfIdle(Child child, int asked) {
        boolean idle;
        synchronized (warm) {
            idle = child.asked() == asked && warm.remove(child);
        }
        if (idle) {
            child.close();
        }
    }

    @Override
    public void destroy() {
        synchronized (warm) {
            closed = true;
            warm.forEach(Child::close);
            warm.clear();
        }
    }

    private static Extraction judged(ChildAnswer answer, FileType type) {
        return switch (answer) {
            case ChildAnswer.Refusal refusal -> new Unreadable(refusal.reason(), refusal.charsets());
            case ChildAnswer.Text text ->
                switch (TextRules.apply(new Decoding.Decoded(text.text(), "", text.steps()))) {
                    case Decoding.Undecodable undecodable -> new Unreadable(undecodable.reason());
                    case Decoding.Decoded decoded ->
                        new Extracted(
                                decoded.text(),
                                type,
                                new Provenance(text.charset(), true, decoded.steps()),
                                text.imprint());
                };
        };
    }

    private int characters() {
        return (int) Math.min(limits.textSize().toBytes(), Integer.MAX_VALUE / WIDEST - ENVELOPE);
    }
}
