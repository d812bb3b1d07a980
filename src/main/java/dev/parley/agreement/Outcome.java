package dev.parley.agreement;

import java.util.function.DoubleUnaryOperator;

/** What a measure came to: a value, or the reason why there is none. Never NaN. */
public sealed interface Outcome {

    /** @param value 1 means full agreement; chance-corrected figures may lie below 0 */
    record Value(double value) implements Outcome {
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("no value: " + value);
            }
        }
    }

    /** There is no figure, and this is why. */
    record Undefined(Reason reason) implements Outcome {}

    static Outcome of(double value) {
        return new Value(value);
    }

    static Outcome undefined(Reason reason) {
        return new Undefined(reason);
    }

    /** The value, or NaN inside arithmetic that knows how to leave it out. */
    default double orNaN() {
        return switch (this) {
            case Value defined -> defined.value();
            case Undefined ignored -> Double.NaN;
        };
    }

    /** The same, with another reason if there is no value. */
    default Outcome because(Reason reason) {
        return this instanceof Undefined ? undefined(reason) : this;
    }

    default Outcome map(DoubleUnaryOperator change) {
        return switch (this) {
            case Value defined -> of(change.applyAsDouble(defined.value()));
            case Undefined undefined -> undefined;
        };
    }

    /** Why there is no figure. */
    enum Reason {
        NO_DATA("Nothing was handed in yet."),
        ONE_ANNOTATOR("Only one annotator handed in."),
        NO_OVERLAP("No document was handed in by two annotators."),
        NO_UNITS("Nobody marked anything here."),
        NO_MATCHES("No two annotators marked the same place.", "NO_OVERLAP"),
        NO_VARIATION("Everybody always chose the same value, so chance cannot be told from agreement."),
        NO_LABELS("This layer has no labels."),
        UNEQUAL_RATINGS("This coefficient needs the same number of ratings for every item."),
        NO_MASS("Everything marked here is empty."),
        OVERLAP_NOT_SUPPORTED("Marks of one annotator overlap, which this coefficient cannot count."),
        NOT_CONVERGED("The computation was stopped before it came to a figure.");

        private final String sentence;
        private final String code;

        Reason(String sentence) {
            this.sentence = sentence;
            this.code = name();
        }

        Reason(String sentence, String code) {
            this.sentence = sentence;
            this.code = code;
        }

        /** For programs: as in HTTP and exports. */
        public String code() {
            return code;
        }

        /** For people. */
        public String sentence() {
            return sentence;
        }
    }
}
