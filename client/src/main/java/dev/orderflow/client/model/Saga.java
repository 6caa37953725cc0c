package dev.orderflow.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an order's saga has come.
 *
 * @param since when the order entered its state
 * @param waitingFor whose answer is missing
 * @param round 1 for the first request, one more for each retry; the next return of the order counts on
 */
public record Saga(
        UUID orderId,
        OrderStatus state,
        boolean stuck,
        Instant since,
        List<String> waitingFor,
        Optional<Instant> deadline,
        int round,
        long version) {

    /** Which sagas are asked for. */
    public enum Kind {
        STUCK,
        ACTIVE
    }
}
