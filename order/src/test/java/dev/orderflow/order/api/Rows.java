package dev.orderflow.order.api;

import dev.orderflow.order.testing.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What the database holds, by customer, so that tests don't see each other's rows. */
@Singleton
class Rows {

    /** How much the requests of a customer left behind. */
    record Traces(long orders, long events, long keys) {

        static final Traces NONE = new Traces(0, 0, 0);
    }

    @Inject
    Database database;

    Traces of(String customerId) {
        return new Traces(
                database.count("orders WHERE customer_id = ?", customerId),
                database.count("journal WHERE payload ->> 'customerId' = ?", customerId),
                database.count("idempotency_key WHERE caller = ?", customerId));
    }

    /** The order's contact as JSON; null if there is none. */
    String contact(String orderId) {
        return database.value("SELECT contact FROM orders WHERE id = ?::uuid", orderId);
    }

    boolean knowsProduct(String sku, long version) {
        return database.count("product WHERE sku = ? AND version >= ?", sku, version) == 1;
    }
}
