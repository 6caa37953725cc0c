package dev.orderflow.platform.idempotency;

import dev.orderflow.platform.problem.ProblemException;

/** What became of one call of many. */
public sealed interface Decision {

    /** It takes effect, and is answered like this from now on. */
    record Done(Answer answer) implements Decision {}

    /** It has no effect, and is decided again when it comes again. */
    record Refused(ProblemException problem) implements Decision {}
}
