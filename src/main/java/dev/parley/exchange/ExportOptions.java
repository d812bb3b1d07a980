package dev.parley.exchange;

/**
 * What an export is asked to hold.
 *
 * @param sets whose work
 * @param drafts whether sets that are not handed in are written too
 * @param anonymous whether people are written as {@code u1}, {@code u2}…, and their notes and times are left out
 */
public record ExportOptions(Selection sets, boolean drafts, boolean anonymous) {

    public static final ExportOptions DEFAULT = new ExportOptions(new Selection.All(), false, false);
}
