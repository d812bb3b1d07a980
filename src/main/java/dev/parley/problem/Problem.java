package dev.parley.problem;

import java.util.List;

/**
 * Why a request was not carried out, in words for the person who made it.
 *
 * @param kind what sort of failure it is; decides the HTTP status
 * @param detail one sentence that names the thing and the value
 * @param faults the single faults of invalid input, empty where there is nothing to tell apart
 */
public record Problem(Kind kind, String detail, List<Fault> faults) {

    public Problem {
        faults = List.copyOf(faults);
    }

    public Problem(Kind kind, String detail) {
        this(kind, detail, List.of());
    }

    /**
     * One fault in what was sent.
     *
     * @param field where: a field name, a JSON path, or a line and path for YAML
     * @param message what is wrong there, with the value
     */
    public record Fault(String field, String message) {}

    /** The sorts of failure; {@code type} is the last part of the problem's URN. */
    public enum Kind {
        INVALID(400, "invalid", "The request is not valid"),
        NOT_SIGNED_IN(401, "not-signed-in", "Sign in first"),
        FORBIDDEN(403, "forbidden", "You may not do this"),
        NOT_FOUND(404, "not-found", "Not found"),
        NOT_ALLOWED(405, "method-not-allowed", "This method does not exist here"),
        NOT_ACCEPTABLE(406, "not-acceptable", "This cannot be answered in the form asked for"),
        CONFLICT(409, "conflict", "This does not fit the present state"),
        STALE(412, "stale", "Someone saved first"),
        TOO_LARGE(413, "too-large", "Too large"),
        UNSUPPORTED(415, "unsupported", "This kind of content is not read here"),
        FAILS_SCHEME(422, "fails-scheme", "This does not fit the scheme"),
        TOO_MANY(429, "too-many", "Too many attempts"),
        UNEXPECTED(500, "unexpected", "Something went wrong on our side");

        private final int status;
        private final String type;
        private final String title;

        Kind(int status, String type, String title) {
            this.status = status;
            this.type = type;
            this.title = title;
        }

        public int status() {
            return status;
        }

        /** The whole type, {@code urn:parley:problem:<name>}. */
        public String type() {
            return "urn:parley:problem:" + type;
        }

        public String title() {
            return title;
        }
    }
}
