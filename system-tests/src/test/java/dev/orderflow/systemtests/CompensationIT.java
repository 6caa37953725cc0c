package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.client.model.Order;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which an order can end early, or be undone afterwards: the stock is back and the money is right. */
@ExtendWith(RunningSystem.class)
class CompensationIT {

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final Books books = new Books(system);
    private final String customer = "undone-" + UUID.randomUUID();
    private final Shop shop = new Shop(system, customer);

    @Test
    void refusesAtTheDoorWhatIsOutOfStock() {
        var sku = warehouse.product(1);

        // The gate lets in whom it is too slow for: inventory refuses those.
        var answer = await("a refusal")
                .atMost(Shop.PATIENCE)
                .until(() -> shop.place(NewOrder.of(sku).times(2)), it -> it.status() == 409);

        assertThat(answer.problem()).as(answer.body()).isEqualTo("out-of-stock");
        assertThat(answer.json().at("/missing/0/left").asInt()).isEqualTo(1);
    }

    @Test
    void cancelsWhatIsOutOfStockWhileNobodyIsAtTheDoor() {
        var sku = warehouse.product(1);

        var id = withoutGate(() -> shop.placed(NewOrder.of(sku).times(2)));

        assertThat(reason(shop.awaitStatus(id, "CANCELLED"))).isEqualTo("out-of-stock");
        warehouse.awaitStock(sku, 1, 0);
        assertThat(books.ledger(id)).isEmpty();
        books.awaitMails(customer + "@example.com", "We have received your order", "Your order has been cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_chargeDeclined", "tok_chargeDeclinedInsufficientFunds"})
    void releasesTheStockWhenPaymentIsDeclined(String token) {
        var sku = warehouse.product(5);

        var id = shop.placed(NewOrder.of(sku).times(3).paidWith(token));

        assertThat(reason(shop.awaitStatus(id, "CANCELLED"))).isEqualTo("payment-declined");
        warehouse.awaitStock(sku, 5, 0);
        assertThat(books.captured(id)).isZero();
    }

    @Test
    void refundsAndReleasesWhenTheAddressIsUndeliverable() {
        var sku = warehouse.product(5);

        var id = shop.placed(NewOrder.of(sku).to("00000"));

        var order = shop.awaitStatus(id, "CANCELLED");
        assertThat(reason(order)).isEqualTo("undeliverable");
        warehouse.awaitStock(sku, 5, 0);
        assertAllMoneyBack(id, order);
    }

    @Test
    void paysThroughAProviderThatStumbles() {
        var id = shop.placed(NewOrder.of(warehouse.product(1)).paidWith("tok_flaky"));

        var order = shop.awaitStatus(id, "DELIVERED");

        assertThat(books.captured(id)).isEqualByComparingTo(total(order));
    }

    @Test
    void undoesAnOrderThatIsCancelledAtOnce() {
        var sku = warehouse.product(5);
        var id = shop.placed(NewOrder.of(sku));

        assertThat(shop.cancel(id).status()).isIn(200, 202);

        var order = shop.awaitStatus(id, "CANCELLED");
        assertThat(reason(order)).isEqualTo("changed my mind");
        assertThat(order.cancellation().orElseThrow().requestedBy()).isEqualTo(Order.RequestedBy.CUSTOMER);
        warehouse.awaitStock(sku, 5, 0);
        assertNoMoneyKept(id);
    }

    @Test
    void refundsAPaymentThatArrivesAfterTheCancellation() {
        var sku = warehouse.product(5);
        var id = shop.placed(NewOrder.of(sku).paidWith("tok_slow"));
        shop.awaitStatus(id, "RESERVED");

        assertThat(shop.cancel(id).status()).isEqualTo(202);

        shop.awaitStatus(id, "CANCELLED");
        warehouse.awaitStock(sku, 5, 0);
        assertNoMoneyKept(id);
    }

    @Test
    void recallsAParcelThatHasNotLeft() {
        var sku = warehouse.product(5);
        var id = shop.placed(NewOrder.of(sku));
        shop.awaitStatus(id, "CONFIRMED");

        assertThat(shop.cancel(id).status()).isEqualTo(202);

        var order = shop.awaitStatus(id, "CANCELLED");
        assertThat(shop.timeline(id)).contains("ShipmentRecallRequested").doesNotContain("OrderShipped");
        warehouse.awaitStock(sku, 5, 0);
        assertAllMoneyBack(id, order);
    }

    @Test
    void refusesToCancelWhatHasLeft() {
        var id = shop.placed(NewOrder.of(warehouse.product(1)));
        await().atMost(Shop.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> shop.status(id).matches("SHIPPED|DELIVERED"));

        var refusal = shop.cancel(id);

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.problem()).isEqualTo("not-cancellable");
        shop.awaitStatus(id, "DELIVERED");
    }

    @Test
    void refundsAndRestocksWhatComesBack() {
        var sku = warehouse.product(5);
        var id = shop.placed(NewOrder.of(sku).times(2));
        assertThat(shop.giveBack(id).problem()).isEqualTo("not-returnable");
        shop.awaitStatus(id, "DELIVERED");
        warehouse.awaitStock(sku, 3, 0);

        assertThat(shop.giveBack(id).status()).isEqualTo(202);

        var order = shop.awaitStatus(id, "RETURNED");
        warehouse.awaitStock(sku, 5, 0);
        assertAllMoneyBack(id, order);
        assertThat(shop.timeline(id)).containsSubsequence("ReturnAccepted", "OrderReturned", "ReturnClosed");
    }

    @Test
    void answersARepeatedCancellationWithWhatIs() {
        var id = shop.placed(NewOrder.of(warehouse.product(1)).paidWith("tok_chargeDeclined"));
        shop.awaitStatus(id, "CANCELLED");

        assertThat(shop.cancel(id).status()).isEqualTo(200);
    }

    private <T> T withoutGate(Supplier<T> action) {
        system.kill("redis");
        try {
            return action.get();
        } finally {
            system.start("redis");
        }
    }

    private void assertAllMoneyBack(String id, Order order) {
        assertThat(books.captured(id)).isEqualByComparingTo(total(order));
        assertThat(books.refunded(id)).isEqualByComparingTo(total(order));
    }

    private void assertNoMoneyKept(String id) {
        assertThat(books.captured(id).subtract(books.refunded(id))).isZero();
    }

    private static BigDecimal total(Order order) {
        return order.total().amount();
    }

    private static String reason(Order order) {
        return order.cancellation().orElseThrow().reason().orElse("");
    }
}
