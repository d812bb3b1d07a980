package dev.parley.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedLinesTests {

    @Test
    void linesThatThePageBrokeAreJoined() {
        String page = """
                River towns meet

                The council of the river towns met again on the
                old bridge, and this time it spoke about who will
                pay for the water.
                The mayor did not come to the meeting, which took
                place on a long and very cold Tuesday evening.
                """;

        assertThat(WrappedLines.join(page)).isEqualTo("""
                        River towns meet

                        The council of the river towns met again on the old bridge, and this time it spoke about who will pay for the water.
                        The mayor did not come to the meeting, which took place on a long and very cold Tuesday evening.""");
    }

    @Test
    void aSentenceRunsOnOverThePageBreak() {
        String pages = """
                The council of the river towns met again on the
                old bridge, and this time it spoke about who will


                pay for the water, the locks and also for all the
                boats.
                """;

        assertThat(WrappedLines.join(pages))
                .isEqualTo("The council of the river towns met again on the old bridge, and this time it spoke about"
                        + " who will pay for the water, the locks and also for all the boats.");
    }

    @Test
    void hyphensStay() {
        String page =
                "The council of the river towns met again, co-\noperation being what it was about from the start.";

        assertThat(WrappedLines.join(page)).contains("co-operation");
    }

    @Test
    void shortLinesAreAPoemOrAList() {
        assertThat(WrappedLines.join("one\ntwo\nthree")).isEqualTo("one\ntwo\nthree");
        assertThat(WrappedLines.join("")).isEmpty();
    }
}
