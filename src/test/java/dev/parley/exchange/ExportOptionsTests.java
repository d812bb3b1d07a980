package dev.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.exchange.split.Part;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExportOptionsTests {

    @Test
    void areWhatTheirQuerySays() {
        Narrowing some = new Narrowing(
                "ferry & fog=1",
                "fa",
                "PERSON",
                "2031-05",
                "2031-06-01",
                new TreeSet<>(
                        List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString())));
        for (ExportOptions options : List.of(
                ExportOptions.DEFAULT,
                new ExportOptions(new Selection.One("jan+lu"), true, true, false, true, Part.DEV, some),
                new ExportOptions(new Selection.GoldOnly(), false, false, true, false, null, Narrowing.NONE))) {
            assertThat(ExportOptions.of(options.query())).isEqualTo(options);
        }
    }
}
