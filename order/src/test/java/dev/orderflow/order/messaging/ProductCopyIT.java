package dev.orderflow.order.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.contracts.product.ProductChanged;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.order.testing.Database;
import dev.orderflow.order.testing.Desk;
import dev.orderflow.order.testing.Offsets;
import dev.orderflow.order.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProductCopyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Database database;

    private final String sku = "copy-" + UUID.randomUUID();

    @Test
    void copiesAProduct() {
        Wire.publish(changed(sku, 1, Money.of("1980", "JPY")));

        awaitVersion(sku, 1);
        assertThat(database.value(
                        "SELECT concat_ws(' ', name, price, currency, category, active) FROM product"
                                + " WHERE sku = ?",
                        sku))
                .isEqualTo("Tea v1 1980 JPY tea t");
    }

    @Test
    void keepsTheNewestOfABatch() {
        Wire.publish(changed(sku, 1, eur("1.00")), changed(sku, 3, eur("3.00")), changed(sku, 2, eur("2.00")));

        awaitVersion(sku, 3);
        barrier();
        assertThat(price()).isEqualTo("3.00");
    }

    @Test
    void leavesANewerVersionAlone() {
        Wire.publish(changed(sku, 5, eur("5.00")));
        awaitVersion(sku, 5);

        Wire.publish(changed(sku, 4, eur("4.00")));
        barrier();

        assertThat(price()).isEqualTo("5.00");
    }

    /** The very same event, once more: what an inbox would absorb, a version does as well. */
    @Test
    void canReadTheTopicAgain() {
        var sent = Wire.publish(changed(sku, 1, eur("1.00")));
        awaitVersion(sku, 1);
        database.execute("DELETE FROM product WHERE sku = ?", sku);

        Wire.publishAgain(sent);

        awaitVersion(sku, 1);
    }

    @Test
    void isReadyOnceTheCopyHasCaughtUp() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.find { it.name == 'product-copy' }.status", equalTo("UP")));
    }

    @Test
    void isNotReadyWhileTheCopyIsBehind() {
        Wire.publish(changed(sku, 1, eur("1.00")));
        var newcomer =
                new CatchUp(Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap()), sku);

        // It gives up where the broker takes longer than a few seconds.
        assertThat(await().atMost(PATIENCE).ignoreExceptions().until(() -> Desk.await(newcomer::isDone), done -> true))
                .isFalse();
        newcomer.close();
    }

    /** Everything that was published so far has been handled: offsets are committed behind the database. */
    private void barrier() {
        await().atMost(PATIENCE).until(() -> Offsets.areRead("order", "product-events"));
    }

    private void awaitVersion(String product, long version) {
        await("version " + version)
                .atMost(PATIENCE)
                .until(() -> database.count("product WHERE sku = ? AND version = ?", product, version) == 1);
    }

    private String price() {
        return database.value("SELECT price FROM product WHERE sku = ?", sku);
    }

    private static ProductChanged changed(String sku, long version, Money price) {
        return new ProductChanged(sku, "Tea v" + version, price, "tea", true, version);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
