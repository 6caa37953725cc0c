package dev.orderflow.order.api;

import dev.orderflow.order.application.Intake;
import dev.orderflow.platform.problem.ProblemSource;
import dev.orderflow.platform.problem.ProblemType;
import dev.orderflow.platform.problem.Problems;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Why no order is taken. */
@Singleton
class IntakeProblems implements ProblemSource {

    private static final ProblemType INTAKE_CLOSED = new ProblemType(
            "intake-closed",
            503,
            "No orders are taken at present",
            "An operator has stopped taking orders for a while. Nothing has taken effect; try again after Retry-After,"
                    + " with the same Idempotency-Key. Orders that were placed before go on.");

    /** Operators close the intake for minutes rather than for seconds. */
    private static final Duration LATER = Duration.ofSeconds(30);

    @Override
    public List<ProblemType> types() {
        return List.of(INTAKE_CLOSED);
    }

    /** @throws dev.orderflow.platform.problem.ProblemException unless orders are taken */
    static void requireOpen(Intake intake) {
        if (!intake.isKnown()) {
            throw Problems.unavailable("It is not known yet whether orders are taken");
        }
        if (!intake.isOpen()) {
            throw INTAKE_CLOSED.because("An operator has stopped taking orders").retryAfter(LATER);
        }
    }
}
