package dev.orderflow.order.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An order as clients see it. What is null is left out.
 *
 * @param shippingAddress null once erased
 * @param deadline until when the order is waited for in its status
 */
@RegisterForReflection
@Schema(
        name = "Order",
        requiredProperties = {
            "id",
            "customerId",
            "status",
            "items",
            "subtotal",
            "shippingFee",
            "total",
            "version",
            "createdAt",
            "updatedAt",
            "_links"
        })
record OrderView(
        UUID id,
        String customerId,
        String reference,
        OrderStatus status,
        List<OrderLine> items,
        Money subtotal,
        Money shippingFee,
        Money total,
        Address shippingAddress,
        CancellationView cancellation,
        PaymentView payment,
        ShipmentView shipment,
        long version,
        Instant createdAt,
        Instant updatedAt,
        Instant deadline,
        @JsonProperty("_links") OrderLinks links) {

    static OrderView of(Order order) {
        var terms = order.terms();
        return new OrderView(
                order.id(),
                order.customerId(),
                terms.reference(),
                order.status(),
                terms.lines(),
                terms.subtotal(),
                terms.shippingFee(),
                terms.total(),
                order.recipient().address(),
                CancellationView.of(order.cancellation()),
                PaymentView.of(order.payment()),
                ShipmentView.of(order.shipment()),
                order.version(),
                order.createdAt(),
                order.updatedAt(),
                order.progress().deadline(),
                OrderLinks.of(order));
    }
}
