package dev.parley.exchange;

/**
 * What an export would hold.
 *
 * @param firstRecord the first record, spread over lines for reading; empty if there is no document
 */
public record ExportPreview(Summary summary, String firstRecord) {}
