package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.order.testing.Database;
import dev.orderflow.platform.http.StrictJson;
import dev.orderflow.platform.idempotency.IdempotencyKey;
import dev.orderflow.platform.idempotency.StoredAnswer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an order costs the database, as the database tells it. */
@QuarkusTest
class PlacingStatementsIT {

    private static final int TOGETHER = 30;

    /** Transactions of orders that may run at the same time. */
    private static final int ABREAST = 4;

    private static final String WAITING =
            "pg_locks JOIN pg_database d ON d.oid = database AND datname = current_database() WHERE NOT granted";

    private static final String TRANSACTIONS =
            "SELECT count(DISTINCT xmin::text) FROM orders WHERE customer_id = ANY (string_to_array(?, ','))";

    @Inject
    Shop shop;

    @Inject
    Database database;

    @Inject
    Checkout checkout;

    @Inject
    StrictJson json;

    @Inject
    MeterRegistry registry;

    @Test
    void takesAnOrderInFiveStatements() throws IOException {
        shop.open();
        var customer = Shop.somebody();
        try (var log = StatementLog.start(database.url())) {
            as(customer)
                    .header("Idempotency-Key", "cheap")
                    .contentType("application/json")
                    .body(order().encode())
                    .post("/orders")
                    .then()
                    .statusCode(201);

            assertThat(log.transactionWith(customer))
                    .satisfiesExactly(
                            key -> assertThat(key).startsWith("select pg_try_advisory_xact_lock"),
                            prices -> assertThat(prices).startsWith("SELECT sku, name, price"),
                            order -> assertThat(order).startsWith("INSERT INTO orders"),
                            answer -> assertThat(answer).startsWith("insert into idempotency_key"),
                            journal -> assertThat(journal).startsWith("WITH event"));
        }
    }

    /** The first of them have a transaction each, as many as may run abreast; these wait until all others have come. */
    @Test
    void takesOrdersThatComeTogetherInOneTransaction() throws Exception {
        shop.open();
        var customers = Stream.generate(Shop::somebody).limit(TOGETHER).toList();
        var order = json.read(json.mapper().readTree(order().encode()), OrderRequest.class);
        List<CompletableFuture<StoredAnswer>> answers;
        double before = asked();
        try (var blocked = database.holding("LOCK TABLE product")) {
            answers = customers.stream().map(each -> place(each, order)).toList();
            await().until(() -> asked() == before + TOGETHER && database.count(WAITING) == ABREAST);
            blocked.rollback();
        }

        assertThat(answers).extracting(answer -> answer.join().status()).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.join().headers().get("Location"))
                .doesNotHaveDuplicates();
        assertThat(database.value(TRANSACTIONS, String.join(",", customers))).isEqualTo(String.valueOf(ABREAST + 1));
    }

    /** How many have asked the stock gate, and so are about to be placed. */
    private double asked() {
        return registry.find("orderflow.order.gate").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private CompletableFuture<StoredAnswer> place(String customer, OrderRequest order) {
        var key = IdempotencyKey.fromString("one");
        return checkout.place(new Customer(customer, Optional.empty()), "POST /orders", key, order)
                .subscribeAsCompletionStage();
    }
}
