package dev.parley.problem;

import dev.parley.problem.Problem.Fault;
import dev.parley.problem.Problem.Kind;
import java.util.List;

/** Carries a {@link Problem} up to whoever talks to the person: the API's handler, or a view. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public static ProblemException invalid(String detail) {
        return of(Kind.INVALID, detail);
    }

    /** One field is wrong. @param sentence names the thing and the value */
    public static ProblemException invalid(String field, String sentence) {
        return invalid(sentence, List.of(new Fault(field, sentence)));
    }

    public static ProblemException invalid(String detail, List<Fault> faults) {
        return new ProblemException(new Problem(Kind.INVALID, detail, faults));
    }

    /** The thing is not there, or the caller may not know that it is. */
    public static ProblemException notFound(String thing, Object id) {
        return of(Kind.NOT_FOUND, "There is no %s %s.".formatted(thing, id));
    }

    public static ProblemException forbidden(String detail) {
        return of(Kind.FORBIDDEN, detail);
    }

    public static ProblemException conflict(String detail) {
        return of(Kind.CONFLICT, detail);
    }

    public static ProblemException conflict(String detail, List<Fault> faults) {
        return new ProblemException(new Problem(Kind.CONFLICT, detail, faults));
    }

    public static ProblemException failsScheme(String detail, List<Fault> faults) {
        return new ProblemException(new Problem(Kind.FAILS_SCHEME, detail, faults));
    }

    public static ProblemException of(Kind kind, String detail) {
        return new ProblemException(new Problem(kind, detail));
    }
}
