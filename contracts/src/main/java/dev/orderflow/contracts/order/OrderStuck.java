package dev.orderflow.contracts.order;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A saga outlived a deadline or a refund failed, and an operator has to decide (retry or resolve); the state itself
 * does not change, but a closed order whose refund broke is open again. Published by order each time a saga becomes
 * stuck. Read by notification, to alert operators; nothing is compensated on it.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param state the order's state, RECALLING for instance; an open set
 * @param waitingFor which answers are missing, for people; may be empty
 * @param since when the order entered that state
 * @param reason what went wrong, for people
 */
@EventType(name = "orderflow.order.stuck")
public record OrderStuck(
        UUID orderId, String customerId, String state, List<String> waitingFor, Instant since, String reason)
        implements OrderEvent {

    public OrderStuck {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(state, "state is required");
        waitingFor = List.copyOf(requireNonNull(waitingFor, "waitingFor is required"));
        requireNonNull(since, "since is required");
        requireNonNull(reason, "reason is required");
    }
}
