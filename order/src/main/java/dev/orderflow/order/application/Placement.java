package dev.orderflow.order.application;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.pricing.Quote;

/** What came of placing an order. */
public sealed interface Placement {

    /** Accepted, in version 1; durable once the unit of work commits. */
    record Placed(Order order) implements Placement {}

    /** @param quote anything but a price */
    record NotPriced(Quote quote) implements Placement {}

    /** Its customer is being erased; nothing is written. Whom the erasure has overtaken, {@link ErasedException} tells. */
    record BeingErased() implements Placement {}
}
