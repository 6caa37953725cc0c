package dev.orderflow.order.api;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far an order's saga has come, as operators see it; no personal data.
 *
 * @param since when the order entered its state
 * @param waitingFor whose answer is missing; empty when nobody's is
 * @param deadline until when it is waited for; absent when it is stuck or nothing is waited for
 * @param round 1 for the first request, one more for each retry; the next return of the order counts on
 */
@RegisterForReflection
@Schema(
        name = "Saga",
        requiredProperties = {"orderId", "state", "stuck", "since", "waitingFor", "round", "version"})
record SagaView(
        UUID orderId,
        OrderStatus state,
        boolean stuck,
        Instant since,
        List<String> waitingFor,
        Instant deadline,
        int round,
        long version) {

    static SagaView of(Order order) {
        var progress = order.progress();
        return new SagaView(
                order.id(),
                progress.status(),
                progress.stuck(),
                progress.since(),
                progress.waitingFor(),
                progress.deadline(),
                progress.round(),
                order.version());
    }
}
