package dev.orderflow.order.domain.saga;

import dev.orderflow.order.domain.Deadlines;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.OrderInput.Resolve;
import dev.orderflow.order.domain.Verdict;
import dev.orderflow.order.domain.Verdict.Why;
import java.time.Instant;

/**
 * The saga's table ({@code docs/saga.md}) as a pure function. Total: every input has an answer in every status, and what
 * the table does not name is ignored with a reason, or refused if a person asked for it.
 */
public final class Saga {

    private Saga() {}

    public static Verdict decide(Order order, OrderInput input, Instant now, Deadlines deadlines) {
        var step = Step.from(order, now, deadlines);
        return switch (input) {
            case DeadlinePassed _ when !order.isOverdue(now) -> new Verdict.Ignored(Why.EARLY);
            case Resolve resolve -> ByHand.resolve(step, resolve);
            case OrderInput other -> inStatus(step, other);
        };
    }

    private static Verdict inStatus(Step step, OrderInput input) {
        return switch (step.order().status()) {
            case PENDING -> Pending.decide(step, input);
            case RESERVED -> Reserved.decide(step, input);
            case CONFIRMED -> Confirmed.decide(step, input);
            case RECALLING -> Recalling.decide(step, input);
            case CANCELLING -> Cancelling.decide(step, input);
            case SHIPPED -> Shipped.decide(step, input);
            case DELIVERED -> Delivered.decide(step, input);
            case RETURNING -> Returning.decide(step, input);
            case REFUNDING -> Refunding.decide(step, input);
            case CANCELLED, RETURNED -> Finished.decide(step, input);
        };
    }
}
