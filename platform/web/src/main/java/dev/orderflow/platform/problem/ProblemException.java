package dev.orderflow.platform.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Leaves a request with a problem. Thrown inside a transaction it rolls it back. It has no stack trace: it is an
 * answer, not a bug.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    private ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.type() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = headers;
    }

    public Problem problem() {
        return problem;
    }

    /** Header fields that go with the answer, such as {@code Retry-After}. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The same with one more member. */
    public ProblemException with(String member, Object value) {
        return new ProblemException(problem.with(member, value), headers);
    }

    /** The same with one more header field. */
    public ProblemException header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ProblemException(problem, Map.copyOf(more));
    }

    /** The same with {@code Retry-After}, in whole seconds, at least one. */
    public ProblemException retryAfter(Duration wait) {
        return header("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }

    /** The same, where and in which trace it happened. */
    ProblemException at(String instance, String traceId) {
        return new ProblemException(problem.at(instance, traceId), headers);
    }

    /** Whether it is of that type. */
    public boolean is(ProblemType type) {
        return problem.type().equals(type.uri());
    }
}
