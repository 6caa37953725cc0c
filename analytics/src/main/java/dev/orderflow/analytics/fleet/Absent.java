package dev.orderflow.analytics.fleet;

import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.Problems;

/** An answer that can't be complete now, and so is none: a part of the figures would look like all of them. */
final class Absent {

    private Absent() {}

    static ProblemException now(String detail) {
        return Problems.unavailable(detail);
    }
}
