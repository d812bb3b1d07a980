package dev.parley.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what lies in the trash can be brought back.
 *
 * @param days after so many it goes for good; 0 for never
 */
@ConfigurationProperties("parley.trash")
record TrashSettings(@DefaultValue("30") int days) {

    TrashSettings {
        if (days < 0) {
            throw new IllegalArgumentException("parley.trash.days is 0 or more, not %d".formatted(days));
        }
    }

    boolean keepsForEver() {
        return days == 0;
    }

    Duration time() {
        return Duration.ofDays(days);
    }
}
