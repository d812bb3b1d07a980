package dev.parley.exchange;

import java.time.Instant;
import java.util.UUID;

/**
 * An export that was taken away.
 *
 * @param by sign-in name
 * @param options as in the query of the HTTP call
 * @param losses number of lost items
 */
public record ExportRun(
        UUID id,
        String by,
        String format,
        String fileName,
        String options,
        long bytes,
        String sha256,
        int losses,
        Instant exportedAt) {}
