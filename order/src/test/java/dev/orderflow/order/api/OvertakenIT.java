package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.order.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The saga makes another version between a client's reading and its change. */
@QuarkusTest
class OvertakenIT {

    private static final String WAITING =
            "pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR UPDATE'";

    @Inject
    Shop shop;

    @Inject
    Database database;

    private final String customer = Shop.somebody();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            *           | 200
            "1", "2"    | 200
            W/"1", "1", "2" | 200
            "1"         | 412
            "1", "3"    | 412
            """)
    void changesWhatItMayThoughItIsOvertaken(String ifMatch, int status) throws Exception {
        shop.open();
        var order = placed(customer);

        try (var saga = database.holding(
                "UPDATE orders SET version = 2, updated_at = now() WHERE id = ?::uuid", order.toString())) {
            var answer = CompletableFuture.supplyAsync(() -> patch(order, ifMatch));
            await("the change to wait for the row")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> database.count(WAITING) > 0 || answer.isDone());
            saga.commit();

            assertThat(answer.get().statusCode()).isEqualTo(status);
        }
        assertThat((int) as(customer).get("/orders/" + order).path("version")).isEqualTo(status == 200 ? 3 : 2);
    }

    private Response patch(UUID order, String ifMatch) {
        return as(customer)
                .header("If-Match", ifMatch)
                .contentType("application/merge-patch+json")
                .body("{\"shippingAddress\":{\"line1\":\"Torstrasse 2\"}}")
                .patch("/orders/" + order);
    }
}
