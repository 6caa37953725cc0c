package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.order.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What an order costs the database, as the database tells it. */
@QuarkusTest
class PlacingStatementsIT {

    @Inject
    Shop shop;

    @Inject
    Database database;

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
}
