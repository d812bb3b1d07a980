package dev.parley.agreement;

/** Whether a figure reaches what the project set out for. */
public enum TargetState {
    /** The whole interval lies at the target or above. */
    MET("Target met"),
    /** The interval holds the target, or there is none. */
    NOT_YET_KNOWN("Not yet known"),
    /** The whole interval lies below. */
    MISSED("Target missed");

    private final String title;

    TargetState(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** @param target in 0..1 */
    public static TargetState of(Measured measured, double target) {
        return measured.interval()
                .filter(interval -> measured.outcome() instanceof Outcome.Value)
                .map(interval -> interval.low() >= target ? MET : interval.high() < target ? MISSED : NOT_YET_KNOWN)
                .orElse(NOT_YET_KNOWN);
    }
}
