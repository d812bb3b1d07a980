package dev.parley.project;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far work is, as programs see it.
 *
 * @param state running, done, cancelled or failed
 * @param progress 0 to 1
 * @param message for people
 * @param result address of what came of it; absent until it is done
 */
public record JobJson(
        String id,
        String state,
        double progress,
        String message,
        @Nullable String result) {

    public static JobJson of(UUID id, LongWork.Progress progress) {
        return new JobJson(
                id.toString(),
                progress.state().name().toLowerCase(Locale.ROOT),
                progress.share(),
                progress.message(),
                progress.result());
    }
}
