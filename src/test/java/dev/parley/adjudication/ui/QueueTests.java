package dev.parley.adjudication.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueueTests {

    private final Queue queue = new Queue(List.of("a", "b", "c"), 2);

    @Test
    void movesOnWhenTheCurrentOneIsSettled() {
        queue.next();
        queue.settle(List.of("b"));

        assertThat(queue.current()).contains("c");
        assertThat(queue.decided()).isEqualTo(3);
        assertThat(queue.left()).isEqualTo(2);
        assertThat(queue.total()).isEqualTo(5);
    }

    @Test
    void staysWithTheCurrentOneWhenOthersAreSettled() {
        queue.next();
        queue.settle(List.of("a"));

        assertThat(queue.current()).contains("b");
    }

    @Test
    void beginsAgainAfterTheLast() {
        queue.previous();
        assertThat(queue.current()).contains("c");

        queue.settle(List.of("c"));
        assertThat(queue.current()).contains("a");
    }

    @Test
    void putsOffForLater() {
        queue.skip();
        assertThat(queue.current()).contains("b");

        queue.settle(List.of("b", "c"));
        assertThat(queue.current()).contains("a");
    }

    @Test
    void showsWhatWasReopened() {
        queue.settle(List.of("a"));
        queue.reopen(List.of("a"));

        assertThat(queue.current()).contains("a");
        assertThat(queue.decided()).isEqualTo(2);
    }

    @Test
    void isDoneWhenEverythingIsSettled() {
        queue.settle(List.of("a", "b", "c"));

        assertThat(queue.current()).isEmpty();
        queue.next();
        queue.skip();
        assertThat(queue.left()).isZero();
    }
}
