package dev.orderflow.order.api;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.Verdict.Refusal;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.ProblemSource;
import dev.orderflow.platform.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;

/** What order refuses to operators. */
@Singleton
class SagaProblems implements ProblemSource {

    private static final ProblemType NOT_RETRYABLE = new ProblemType(
            "not-retryable",
            409,
            "There is nobody whom a retry could ask",
            "Only what is being recalled, cancelled, returned or refunded can be asked for again; \"orderStatus\" says"
                    + " where the order stands. A shipped order waits for its parcel: resolve it once it is stuck.");
    private static final ProblemType NOT_RESOLVABLE = new ProblemType(
            "not-resolvable",
            409,
            "The saga is not stuck",
            "Only a stuck saga is closed by hand: any other still goes on by itself, or was closed meanwhile;"
                    + " \"orderStatus\" says where the order stands.");

    @Override
    public List<ProblemType> types() {
        return List.of(NOT_RETRYABLE, NOT_RESOLVABLE);
    }

    static ProblemException refused(Order order, Refusal refusal) {
        String status = order.status().name();
        var problem = switch (refusal) {
            case NOT_RETRYABLE -> NOT_RETRYABLE.because("The order is " + status);
            case NOT_RESOLVABLE -> NOT_RESOLVABLE.because("The order is " + status + " and not stuck");
            case NOT_CANCELLABLE, ALREADY_CANCELLED, NOT_CHANGEABLE, NOT_RETURNABLE ->
                throw new IllegalArgumentException(refusal + " answers no command of an operator");
        };
        return problem.with("orderStatus", status);
    }
}
