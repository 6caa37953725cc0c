package dev.orderflow.order.domain;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.contracts.value.SkuQuantity;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * What was agreed when the order was placed; it never changes.
 *
 * @param reference the shop's own name for the order; null if there is none
 * @param hold the name of the hold on stock; null if there is none
 */
public record Terms(
        String customerId,
        String reference,
        List<OrderLine> lines,
        Money subtotal,
        Money shippingFee,
        Money total,
        String hold,
        Instant placedAt) {

    public Terms {
        requireNonNull(customerId, "customerId is required");
        lines = List.copyOf(lines);
        requireNonNull(subtotal, "subtotal is required");
        requireNonNull(shippingFee, "shippingFee is required");
        requireNonNull(total, "total is required");
        requireNonNull(placedAt, "placedAt is required");
    }

    /** One entry per sku, in sku order. */
    public List<SkuQuantity> quantities() {
        return lines.stream()
                .collect(collectingAndThen(
                        groupingBy(OrderLine::sku, TreeMap::new, summingInt(OrderLine::quantity)),
                        sums -> sums.entrySet().stream()
                                .map(sum -> new SkuQuantity(sum.getKey(), sum.getValue()))
                                .toList()));
    }
}
