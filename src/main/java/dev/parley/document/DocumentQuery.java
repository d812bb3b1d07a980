package dev.parley.document;

import dev.parley.account.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of a project somebody looks for; what is absent narrows nothing.
 *
 * @param words that stand in the text, its title, its author or the name of its file, in any order; the last may be a
 *     beginning
 * @param language BCP 47 tag
 * @param reader who reads it
 * @param state how far its reader, or any, is
 * @param from first day it may have been published, {@code YYYY-MM-DD} or less precise
 * @param to last day
 * @param alike only documents that resemble another
 * @param trash documents in the trash instead of the others
 * @param label of the scheme with which something is marked, by anybody the one who asks may read: a mention's label, a
 *     relation's type, or {@code claim}
 */
public record DocumentQuery(
        @Nullable String words,
        @Nullable String language,
        @Nullable UserId reader,
        @Nullable ReadingState state,
        @Nullable String from,
        @Nullable String to,
        boolean alike,
        boolean trash,
        @Nullable String label) {

    /** Every document. */
    public static final DocumentQuery ALL = new DocumentQuery(null, null, null, null, null, null, false, false);

    /** Whatever is marked. */
    public DocumentQuery(
            @Nullable String words,
            @Nullable String language,
            @Nullable UserId reader,
            @Nullable ReadingState state,
            @Nullable String from,
            @Nullable String to,
            boolean alike,
            boolean trash) {
        this(words, language, reader, state, from, to, alike, trash, null);
    }

    /** How far reading a document may be. */
    public enum ReadingState {
        /** Nobody has it. */
        UNASSIGNED,
        /** Somebody has it and did not begin. */
        OPEN,
        /** Somebody is at it. */
        BEGUN,
        /** Somebody handed it in. */
        SUBMITTED
    }

    public boolean isEverything() {
        return equals(ALL);
    }
}
