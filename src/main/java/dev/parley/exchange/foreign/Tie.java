package dev.parley.exchange.foreign;

/** A typed tie from one mark to another of the same set. */
public record Tie(String id, String type, String from, String to) {}
