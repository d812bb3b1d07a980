package dev.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeldBackTests {

    private static final List<Loss> THREE = List.of(new Loss("nested mentions", 3, List.of("m1")));

    private final AtomicLong time = new AtomicLong();
    private final Taken taken = new Taken();
    private final HeldBack held = new HeldBack(Format.SPANS, "ferry.jsonl", taken, time::get);

    /** What a client is told, in order. */
    private static final class Taken implements Export.Destination {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Optional<Optional<Integer>> header = Optional.empty();
        private Optional<Integer> trailer = Optional.empty();

        @Override
        public OutputStream begin(Export head) {
            header = Optional.of(head.lostItems());
            return bytes;
        }

        @Override
        public void end(int lostItems) {
            trailer = Optional.of(lostItems);
        }
    }

    @Test
    void tellsTheLossesOfASmallExportBeforeItsFirstByte() throws IOException {
        held.write(new byte[100]);
        assertThat(taken.header).isEmpty();

        held.end(THREE);

        assertThat(taken.header).contains(Optional.of(3));
        assertThat(taken.bytes.size()).isEqualTo(100);
        assertThat(taken.trailer).isEmpty();
    }

    @Test
    void letsTheFirstBytesGoAfterHalfASecondAndTellsTheLossesAtTheEnd() throws IOException {
        held.write(new byte[100]);
        time.addAndGet(Duration.ofMillis(501).toNanos());
        held.write(new byte[1]);

        assertThat(taken.header).contains(Optional.empty());
        assertThat(taken.bytes.size()).isEqualTo(101);

        held.end(THREE);
        assertThat(taken.trailer).contains(3);
    }

    @Test
    void holdsNoMoreThanEightMegabytes() throws IOException {
        held.write(new byte[8 << 20]);
        assertThat(taken.header).isEmpty();

        held.write(new byte[1]);

        assertThat(taken.bytes.size()).isEqualTo((8 << 20) + 1);
    }

    @Test
    void refusesNothingAfterItsBeginning() throws IOException {
        held.begin(List.of());
        held.write(7);
        held.end(List.of());

        assertThat(taken.header).contains(Optional.of(0));
        assertThat(taken.bytes.toByteArray()).containsExactly(7);
    }
}
