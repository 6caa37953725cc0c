package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What other teams are promised is what the services put on the wire. */
@ExtendWith(RunningSystem.class)
class PublishedSchemasIT {

    private static final Set<String> EXPECTED = Set.of(
            "orderflow.product.changed",
            "orderflow.order.placed",
            "orderflow.order.payment-requested",
            "orderflow.order.confirmed",
            "orderflow.order.shipped",
            "orderflow.order.delivered",
            "orderflow.order.cancelled",
            "orderflow.order.closed",
            "orderflow.order.return-accepted",
            "orderflow.order.returned",
            "orderflow.order.return-closed",
            "orderflow.inventory.stock-reserved",
            "orderflow.inventory.stock-released",
            "orderflow.inventory.stock-restocked",
            "orderflow.payment.completed",
            "orderflow.payment.declined",
            "orderflow.payment.refunded",
            "orderflow.shipping.scheduled",
            "orderflow.shipping.rejected",
            "orderflow.shipping.dispatched",
            "orderflow.shipping.delivered",
            "orderflow.shipping.return-received",
            "orderflow.notification.sent");

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final OutsideReader reader = new OutsideReader(system);
    private final Shop shop = new Shop(system, "published-" + UUID.randomUUID());

    @Test
    void everyEventOnTheWireFitsItsPublishedSchema() {
        var sku = warehouse.product(10);
        var returned = shop.placed(NewOrder.of(sku));
        var declined = shop.placed(NewOrder.of(sku).paidWith("tok_chargeDeclined"));
        var undeliverable = shop.placed(NewOrder.of(sku).to("00000"));
        shop.awaitStatus(returned, "DELIVERED");
        assertThat(shop.giveBack(returned).status()).isEqualTo(202);
        var keys = Set.of(sku, returned, declined, undeliverable);

        await("all kinds of events")
                .atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(reader.eventsOf(keys))
                        .extracting(PublishedEvent::type)
                        .containsAll(EXPECTED));

        assertThat(reader.eventsOf(keys)).allSatisfy(event -> {
            assertThat(event.errors()).isEmpty();
            assertThat(event.kafka().topic())
                    .isEqualTo(event.schema().get("x-topic").asText());
            var keyField = event.schema().get("x-key").asText();
            assertThat(event.json().get(keyField).asText())
                    .isEqualTo(event.kafka().key());
            assertThat(event.header("ce_subject")).isEqualTo(event.kafka().key());
        });
    }
}
