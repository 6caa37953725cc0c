package dev.orderflow.order.application;

import dev.orderflow.messaging.audit.AuditEntry;
import dev.orderflow.order.domain.OrderInput.AcceptReturn;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderInput.ChangeAddress;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderInput.Resolve;
import dev.orderflow.order.domain.OrderInput.Retry;
import java.util.Map;
import java.util.UUID;

/** What is recorded of an operator's hand on an order: on its saga, or in its customer's place. */
final class AuditEntries {

    private AuditEntries() {}

    /** Addresses and customers' words are personal: they stay in the order's journal, where they can be erased. */
    static AuditEntry of(UUID orderId, Actor operator, Command command) {
        return switch (command) {
            case Retry() -> entry(orderId, operator, "saga-retried", Map.of());
            case Resolve(var outcome, var reason) ->
                entry(orderId, operator, "saga-resolved", Map.of("outcome", outcome.name(), "reason", reason));
            case Cancel _ -> entry(orderId, operator, "order-cancelled", Map.of());
            case ChangeAddress _ -> entry(orderId, operator, "order-redirected", Map.of());
            case AcceptReturn _ -> entry(orderId, operator, "return-accepted", Map.of());
        };
    }

    private static AuditEntry entry(UUID orderId, Actor operator, String action, Map<String, String> details) {
        return new AuditEntry(operator.subject(), action, orderId.toString(), details);
    }
}
