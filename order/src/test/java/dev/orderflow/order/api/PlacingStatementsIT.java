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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an order costs the database, as the database tells it. */
@QuarkusTest
class PlacingStatementsIT {

    private static final int TOGETHER = 30;

    private static final int CREATED = 201;
    private static final int FAILED = 503;

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

    /** The first has a transaction to itself, which waits until all others have come. */
    @Test
    void takesOrdersThatComeTogetherInFewTransactions() {
        shop.open();
        var transactions = await().atMost(Duration.ofMinutes(2)).until(this::placeTogether, Optional::isPresent);

        assertThat(transactions.orElseThrow()).isLessThan(TOGETHER / 3);
    }

    /** Empty if the machine was too slow: the database lets nobody wait for a lock for longer than 4 s. */
    private Optional<Integer> placeTogether() throws Exception {
        var customers = Stream.generate(Shop::somebody).limit(TOGETHER).toList();
        var order = json.read(json.mapper().readTree(order().encode()), OrderRequest.class);
        List<CompletableFuture<Integer>> answers;
        double before = asked();
        try (var blocked = database.holding("LOCK TABLE product")) {
            answers = customers.stream().map(each -> place(each, order)).toList();
            await().until(() -> asked() == before + TOGETHER && database.count(WAITING) > 0);
            blocked.rollback();
        }
        return answers.stream().allMatch(answer -> answer.join() == CREATED)
                ? Optional.of(Integer.parseInt(database.value(TRANSACTIONS, String.join(",", customers))))
                : Optional.empty();
    }

    /** How many have asked the stock gate, and so are about to be placed. */
    private double asked() {
        return registry.find("orderflow.order.gate").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private CompletableFuture<Integer> place(String customer, OrderRequest order) {
        var key = IdempotencyKey.fromString("one");
        return checkout.place(new Customer(customer, Optional.empty()), "POST /orders", key, order)
                .map(StoredAnswer::status)
                .onFailure()
                .recoverWithItem(FAILED)
                .subscribeAsCompletionStage();
    }
}
