package dev.parley.agreement;

/**
 * Where a figure would fall in 95 of 100 samples of documents like these.
 *
 * @param undefinedShare share of resamples in which the figure did not exist
 */
public record Interval(double low, double high, double undefinedShare) {}
