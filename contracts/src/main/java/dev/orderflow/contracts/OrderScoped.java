package dev.orderflow.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** An event about one order; its key is the order id, whoever publishes it. */
public interface OrderScoped extends Event {

    /** The order. */
    UUID orderId();

    /** Whose order it is. */
    String customerId();

    @Override
    @JsonIgnore
    default String key() {
        return orderId().toString();
    }
}
