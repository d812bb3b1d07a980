package dev.parley.exchange.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what was exported in the background can be fetched.
 *
 * @param days after so many the file goes; its hash stays in the history
 */
@ConfigurationProperties("parley.exports")
record JobSettings(@DefaultValue("3") int days) {

    JobSettings {
        if (days < 1) {
            throw new IllegalArgumentException("parley.exports.days is 1 or more, not %d".formatted(days));
        }
    }

    Duration time() {
        return Duration.ofDays(days);
    }
}
