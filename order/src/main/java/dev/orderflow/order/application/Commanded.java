package dev.orderflow.order.application;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.Verdict;
import dev.orderflow.order.domain.Verdict.Refusal;

/** What came of a command. */
public sealed interface Commanded {

    /** There is no such order, or it is not the actor's. */
    record NotFound() implements Commanded {}

    /** It took effect; durable once the unit of work commits. */
    record Done(Order order) implements Commanded {}

    /** The same is under way already: a cancellation of an order that is being undone. */
    record Unchanged(Order order) implements Commanded {}

    /** The order's status does not allow it. */
    record Refused(Order order, Refusal refusal) implements Commanded {}

    static Commanded of(Order before, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Applied(var next, var _) -> new Done(next);
            case Verdict.Ignored _ -> new Unchanged(before);
            case Verdict.Refused(var refusal) -> new Refused(before, refusal);
        };
    }
}
