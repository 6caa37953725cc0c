package dev.orderflow.order.api;

import dev.orderflow.contracts.Event;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.testing.Desk;
import dev.orderflow.order.testing.Participants;
import dev.orderflow.order.testing.Wire;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Brings an order as far as a test needs it, by what the other services say about it. */
@Singleton
class Steps {

    private record Step(Function<Participants, Event> said, OrderStatus after) {}

    private static final List<Step> HAPPY_PATH = List.of(
            new Step(Participants::reserved, OrderStatus.RESERVED),
            new Step(Participants::paid, OrderStatus.CONFIRMED),
            new Step(Participants::dispatched, OrderStatus.SHIPPED),
            new Step(Participants::delivered, OrderStatus.DELIVERED));

    @Inject
    Desk desk;

    /** From PENDING on; returns when the order has that status. */
    void bring(UUID order, OrderStatus goal) {
        var participants = Participants.of(desk.find(order));
        HAPPY_PATH.stream()
                .filter(step -> step.after().compareTo(goal) <= 0)
                .forEach(step -> take(order, participants, step));
    }

    /** An order that is being cancelled before it was paid has nobody to wait for after this. */
    void release(UUID order) {
        take(order, Participants.of(desk.find(order)), new Step(Participants::released, OrderStatus.CANCELLED));
    }

    /** The parcel leaves, wanted or not. */
    void dispatch(UUID order) {
        take(order, Participants.of(desk.find(order)), new Step(Participants::dispatched, OrderStatus.SHIPPED));
    }

    private void take(UUID order, Participants participants, Step step) {
        Wire.publish(step.said().apply(participants));
        desk.awaitStatus(order, step.after());
    }
}
