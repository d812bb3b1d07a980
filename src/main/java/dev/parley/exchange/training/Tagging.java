package dev.parley.exchange.training;

import java.util.Locale;

/** The ways to say with one tag per token where a stretch begins and ends. */
public enum Tagging {
    /** A stretch begins with B only where another of its label stands right before it: CoNLL-2003 as published. */
    IOB1,
    /** Every stretch begins with B. */
    IOB2,
    /** Ends with E, single tokens are S. */
    BIOES,
    /** Ends with L, single tokens are U. */
    BILOU;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The tag of one token of a stretch.
     *
     * @param touches whether a stretch with the same label ends right before this one
     */
    String tag(String label, boolean first, boolean last, boolean touches) {
        return letter(first, last, touches) + "-" + label;
    }

    private char letter(boolean first, boolean last, boolean touches) {
        return switch (this) {
            case IOB1 -> first && touches ? 'B' : 'I';
            case IOB2 -> first ? 'B' : 'I';
            case BIOES -> first && last ? 'S' : first ? 'B' : last ? 'E' : 'I';
            case BILOU -> first && last ? 'U' : first ? 'B' : last ? 'L' : 'I';
        };
    }

    /** The letters in use, in the order of label lists. */
    String letters() {
        return switch (this) {
            case IOB1, IOB2 -> "BI";
            case BIOES -> "BIES";
            case BILOU -> "BILU";
        };
    }
}
