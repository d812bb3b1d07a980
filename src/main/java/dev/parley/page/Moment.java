package dev.parley.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A point in time as people read it. In UTC, so that two people who speak about it mean the same one. */
public final class Moment {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Moment() {}

    /** Such as “22 Nov 2026, 13:05 UTC”. */
    public static String words(Instant instant) {
        return WORDS.format(instant);
    }
}
