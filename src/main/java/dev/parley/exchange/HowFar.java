package dev.parley.exchange;

/** Hears how far an export or an import is. */
public interface HowFar {

    /** Nobody wants to know. */
    HowFar UNHEARD = (done, all) -> {};

    /**
     * Some more is done.
     *
     * @param done documents; files that are read twice count twice
     * @param all documents there are
     * @throws java.util.concurrent.CancellationException if the work is not wanted any more
     */
    void at(int done, int all);
}
