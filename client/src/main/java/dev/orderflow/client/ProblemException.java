package dev.orderflow.client;

import java.time.Duration;
import java.util.Optional;

/** A call was refused. If a service said why, nothing has taken effect; a proxy's own 5xx ({@code about:blank}) leaves it open. */
public final class ProblemException extends OrderflowException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final Duration retryAfter;

    ProblemException(Request request, Problem problem, Optional<Duration> retryAfter) {
        super(request, problem.toString(), null);
        this.problem = problem;
        this.retryAfter = retryAfter.orElse(null);
    }

    public Problem problem() {
        return problem;
    }

    public int status() {
        return problem.status();
    }

    /** @param name of the problem, {@code price-changed} for instance */
    public boolean is(String name) {
        return problem.is(name);
    }

    /** When it makes sense to come back, if the service said so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
