package dev.orderflow.order.domain.saga;

import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.order.domain.Deadlines;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Verdict;
import dev.orderflow.order.domain.Verdict.Why;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A decision in the making: the order as the events so far have made it. What follows is decided on that evolved order,
 * never on the one before.
 */
record Step(Order start, Order order, List<OrderScoped> events, Instant now, Deadlines deadlines) {

    static Step from(Order order, Instant now, Deadlines deadlines) {
        return new Step(order, order, List.of(), now, deadlines);
    }

    Step emit(OrderScoped event) {
        var more = Stream.concat(events.stream(), Stream.of(event)).toList();
        return new Step(start, order.evolve(event, now), more, now, deadlines);
    }

    Verdict applied() {
        return new Verdict.Applied(isNewWait() ? order.until(deadlineOf(order.status())) : order, events);
    }

    Verdict ignored(Why why) {
        return new Verdict.Ignored(why);
    }

    /** An answer that this status does not wait for. */
    Verdict unexpected(OrderInput answer) {
        return ignored(Unexpected.why(order.status(), answer));
    }

    Verdict refused(Command command) {
        return new Verdict.Refused(Refusals.of(command));
    }

    /** Null for a status in which nothing is waited for. */
    Instant deadlineOf(OrderStatus status) {
        var patience = deadlines.of(status);
        return patience == null ? null : now.plus(patience);
    }

    /**
     * A corrected address or a label does not make anybody wait longer; another status or a repeated request does. What
     * is stuck waits for an operator, however long.
     */
    private boolean isNewWait() {
        boolean isNew = order.status() != start.status()
                || order.progress().round() != start.progress().round();
        return isNew && !order.progress().stuck();
    }
}
