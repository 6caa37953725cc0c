package dev.orderflow.platform.problem;

import java.util.Optional;

/**
 * A bean that knows how something fails that the service depends on, its database for instance. Who knows nothing of a
 * failure answers with nothing; then it is a defect of our own.
 */
public interface KnownFailures {

    /** What it is to the client. */
    Optional<ProblemException> problem(Throwable failure);

    /** What is logged in the place of its message, which may quote what is personal: {@code SQLSTATE 42601} for instance. */
    Optional<String> code(Throwable failure);
}
