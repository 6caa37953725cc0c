package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One order through all five services. */
@ExtendWith(RunningSystem.class)
class HappyPathIT {

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final Books books = new Books(system);
    private final String customer = "happy-" + UUID.randomUUID();
    private final Shop shop = new Shop(system, customer);

    @Test
    void deliversWhatWasOrderedAndPaid() {
        var sku = warehouse.product(10);

        var id = shop.placed(NewOrder.of(sku).times(2));

        var order = shop.awaitStatus(id, "DELIVERED");
        assertThat(order.at("/payment/status").asText()).isNotEmpty();
        assertThat(order.at("/shipment/trackingNumber").asText()).isNotEmpty();
        assertThat(shop.timeline(id))
                .containsSubsequence(
                        "OrderPlaced", "PaymentRequested", "OrderConfirmed", "OrderShipped", "OrderDelivered");
        warehouse.awaitStock(sku, 8, 0);
        assertThat(books.ledger(id)).hasSize(1);
        assertThat(books.captured(id))
                .isEqualByComparingTo(new BigDecimal(order.at("/total/amount").asText()));
        assertThat(books.refunded(id)).isZero();
        books.awaitMails(
                customer + "@example.com",
                "We have received your order",
                "Your order is confirmed",
                "Your order is on its way",
                "Your order has been delivered");
    }

    @Test
    void everyVersionOfTheOrderIsOneEntryOfItsTimeline() {
        var id = shop.placed(NewOrder.of(warehouse.product(1)));

        var order = shop.awaitStatus(id, "DELIVERED");

        assertThat(shop.timeline(id)).hasSize(order.get("version").asInt());
    }

    @Test
    void whatAParticipantKnowsIsForOperators() {
        var id = shop.placed(NewOrder.of(warehouse.product(1)));
        shop.awaitStatus(id, "DELIVERED");
        var operator = system.token("ops", "operator", null);
        var mine = system.token(customer, "customer", null);
        var stranger = system.token("stranger", "customer", null);

        var payment = system.http()
                .get(system.url("payment") + "/payments/" + id, operator)
                .ok();
        assertThat(payment.get("orderId").asText()).isEqualTo(id);
        assertThat(system.http()
                        .get(system.url("payment") + "/payments/" + id, mine)
                        .status())
                .isEqualTo(403);
        var shipment = system.http()
                .get(system.url("shipping") + "/shipments/" + id, mine)
                .ok();
        assertThat(shipment.get("status").asText()).isEqualTo("DELIVERED");
        assertThat(system.http()
                        .get(system.url("shipping") + "/shipments/" + id, stranger)
                        .status())
                .isEqualTo(404);
    }
}
