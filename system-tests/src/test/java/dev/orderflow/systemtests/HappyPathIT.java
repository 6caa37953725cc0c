package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orderflow.client.Call;
import dev.orderflow.client.ProblemException;
import dev.orderflow.client.model.TimelineEntry;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** One order through all services. */
@ExtendWith(RunningSystem.class)
class HappyPathIT {

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final Books books = new Books(system);
    private final String customer = "happy-" + UUID.randomUUID();
    private final Shop shop = new Shop(system, customer);

    @Test
    void deliversWhatWasOrderedAndPaid() throws SQLException {
        var sku = warehouse.product(10);

        var id = shop.placed(NewOrder.of(sku).times(2));

        var order = shop.awaitStatus(id, "DELIVERED");
        assertThat(order.payment()).isPresent();
        assertThat(order.shipment().orElseThrow().trackingNumber()).isPresent();
        assertThat(shop.timeline(id))
                .containsSubsequence(
                        "OrderPlaced", "PaymentRequested", "OrderConfirmed", "OrderShipped", "OrderDelivered");
        warehouse.awaitStock(sku, 8, 0);
        assertThat(books.ledger(id)).hasSize(1);
        assertThat(books.captured(id)).isEqualByComparingTo(order.total().amount());
        assertThat(books.refunded(id)).isZero();
        books.awaitMails(
                customer + "@example.com",
                "We have received your order",
                "Your order is confirmed",
                "Your order is on its way",
                "Your order has been delivered");
        new Footprint(system).assertIsNoLarger(id);
    }

    @Test
    @Timeout(120)
    void everyVersionOfTheOrderIsToldAsItHappens() {
        var placing =
                shop.client().orders().place(NewOrder.of(warehouse.product(1)).request());
        try (var told = shop.client().notifications().live()) {
            var id = placing.execute().id();

            var seen = seen(id);

            assertThat(seen).hasSize((int) shop.order(id.toString()).version());
            assertThat(seen).isEqualTo(shop.client().orders().timeline(id).execute());
            assertThat(told.filter(each -> each.orderId().equals(id))
                            .anyMatch(each -> each.template().equals("order-delivered")))
                    .isTrue();
        }
    }

    /** Until nothing follows. */
    private List<TimelineEntry> seen(UUID id) {
        try (var events = shop.client().orders().events(id)) {
            return events.toList();
        }
    }

    @Test
    void whatAParticipantKnowsIsForOperators() {
        var id = shop.placed(NewOrder.of(warehouse.product(1)));
        shop.awaitStatus(id, "DELIVERED");
        var order = UUID.fromString(id);
        var operator = system.client(system.token("ops", "operator", null));
        var stranger = system.client(system.token("stranger", "customer", null));

        assertThat(operator.payments().get(order).execute().orderId()).isEqualTo(order);
        assertRefused(403, shop.client().payments().get(order));
        assertThat(shop.client().shipments().get(order).execute().status()).isEqualTo("DELIVERED");
        assertRefused(404, stranger.shipments().get(order));
    }

    private static void assertRefused(int status, Call<?> call) {
        assertThat(catchThrowableOfType(ProblemException.class, call::execute).status())
                .isEqualTo(status);
    }
}
