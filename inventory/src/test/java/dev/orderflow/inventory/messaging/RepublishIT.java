package dev.orderflow.inventory.messaging;

import static dev.orderflow.inventory.testing.Operator.stocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.product.ProductChanged;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.inventory.testing.Database;
import dev.orderflow.inventory.testing.Listener;
import dev.orderflow.inventory.testing.Operator;
import dev.orderflow.messaging.relay.LeaseChange;
import dev.orderflow.messaging.relay.LeaseLost;
import dev.orderflow.messaging.relay.LeaseTaken;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepublishIT {

    /** More than two where a real relay is replaced meanwhile. */
    private static final String COPIES =
            "SELECT count(*) = count(DISTINCT event_id), count(*) > 1, min(version), max(version) FROM journal WHERE key = ?";

    @Inject
    Event<LeaseChange> leases;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void publishesRecentProductsAgainUnchangedWhenItTakesOverTheRelay() {
        var database = new Database(url);
        var recent = stocked("recent", 0);
        var settled = stocked("a-settled", 0);
        database.execute("UPDATE product SET changed_at = changed_at - interval '2 hours' WHERE sku = ?", settled);

        var before = database.row(COPIES, settled);

        leases.fireAsync(new LeaseTaken(1_000_001));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(database.row(COPIES, recent)).isEqualTo("true true 1 1"));
        assertThat(database.row(COPIES, settled)).isEqualTo(before);
        var state = new ProductChanged(recent, "a recent", Money.of("5.00", "EUR"), "test", true, 1);
        try (var listener = new Listener(Topics.PRODUCT_EVENTS)) {
            assertThat(listener.awaitEvents(2, recent)).contains(state).containsOnly(state);
        }
    }

    /** However long this process was frozen: it wakes, flushes and finds its lease lost. */
    @Test
    void publishesTheProductsAgainWhoseStatesAFrozenRelayMayHaveFlushedLate() {
        var database = new Database(url);
        var doubtful = stocked("doubtful", 0);
        var other = stocked("other", 0);
        database.execute("UPDATE product SET changed_at = changed_at - interval '2 hours' WHERE sku = ?", doubtful);
        database.execute("UPDATE product SET changed_at = changed_at - interval '2 hours' WHERE sku = ?", other);
        var before = database.row(COPIES, other);

        leases.fire(
                new LeaseLost(7, Map.of(Topics.PRODUCT_EVENTS, Set.of(doubtful), Topics.ORDER_EVENTS, Set.of(other))));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(database.row(COPIES, doubtful)).isEqualTo("true true 1 1"));
        assertThat(database.row(COPIES, other)).isEqualTo(before);
    }

    @Test
    void announcesEachChangeWithTheWholeState() {
        var sku = stocked("teapot", 0);

        Operator.request()
                .body(Operator.content("a teapot", "7.50", "kitchen", false))
                .put("/products/" + sku)
                .then()
                .statusCode(200);

        try (var listener = new Listener(Topics.PRODUCT_EVENTS)) {
            assertThat(listener.awaitEvents(2, event -> sku.equals(event.key())))
                    .contains(
                            new ProductChanged(sku, "a teapot", Money.of("5.00", "EUR"), "test", true, 1),
                            new ProductChanged(sku, "a teapot", Money.of("7.50", "EUR"), "kitchen", false, 2));
        }
    }
}
