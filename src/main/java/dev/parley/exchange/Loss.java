package dev.parley.exchange;

/**
 * Something a format cannot hold.
 *
 * @param what was dropped, in words
 * @param count how often
 */
public record Loss(String what, int count) {}
