package dev.orderflow.inventory.domain;

import static dev.orderflow.inventory.domain.Orders.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.contracts.inventory.StockRejected;
import dev.orderflow.contracts.inventory.StockReleased;
import dev.orderflow.contracts.inventory.StockReserved;
import dev.orderflow.contracts.inventory.StockRestocked;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.Shortage;
import dev.orderflow.contracts.value.SkuQuantity;
import dev.orderflow.inventory.domain.Outcome.Applied;
import dev.orderflow.inventory.domain.Outcome.Ignored;
import dev.orderflow.inventory.domain.Outcome.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The stories; {@link ReservationTableTest} has every state and event. */
class ReservationDeciderTest {

    private final Orders order = Orders.order();
    private final Map<String, Shelf> shelves = new HashMap<>(Map.of(
            "chair", new Shelf(new Stock("chair", 10, 0, 1), true),
            "table", new Shelf(new Stock("table", 2, 0, 1), true),
            "relic", new Shelf(new Stock("relic", 9, 0, 1), false)));
    private final List<OrderScoped> said = new ArrayList<>();
    private final List<Reason> ignored = new ArrayList<>();
    private Reservation reservation = Reservation.unseen(order.id(), order.customer());

    @Test
    void reservesEveryProductOfAnOrder() {
        hear(order.placed(of("table", 2), of("chair", 3)));

        assertThat(said).containsExactly(new StockReserved(order.id(), "c-1", List.of(of("chair", 3), of("table", 2))));
        assertStock("chair", 10, 3);
        assertStock("table", 2, 2);
    }

    @Test
    void sumsTwoLinesOfOneProductBeforeItDecides() {
        hear(order.placed(of("chair", 6), of("chair", 6)));

        assertThat(said)
                .containsExactly(
                        new StockRejected(order.id(), "c-1", "out-of-stock", List.of(new Shortage("chair", 12, 10))));
        assertStock("chair", 10, 0);
    }

    @Test
    void reservesAllOfAnOrderOrNothing() {
        hear(order.placed(of("chair", 1), of("table", 3)));

        assertThat(said)
                .containsExactly(
                        new StockRejected(order.id(), "c-1", "out-of-stock", List.of(new Shortage("table", 3, 2))));
        assertStock("chair", 10, 0);
    }

    @Test
    void namesEveryProductThatIsShort() {
        hear(order.placed(of("table", 3), of("chair", 11)));

        assertThat(said)
                .containsExactly(new StockRejected(
                        order.id(),
                        "c-1",
                        "out-of-stock",
                        List.of(new Shortage("chair", 11, 10), new Shortage("table", 3, 2))));
    }

    @Test
    void rejectsAProductThatNobodyKnows() {
        hear(order.placed(of("unicorn", 1), of("relic", 1)));

        assertThat(said)
                .containsExactly(new StockRejected(
                        order.id(),
                        "c-1",
                        "unknown-product",
                        List.of(new Shortage("relic", 1, 0), new Shortage("unicorn", 1, 0))));
    }

    @Test
    void rejectsAProductThatMayNotBeOrderedAnyMore() {
        hear(order.placed(of("relic", 1), of("table", 3)));

        assertThat(said)
                .containsExactly(new StockRejected(
                        order.id(),
                        "c-1",
                        "product-inactive",
                        List.of(new Shortage("relic", 1, 0), new Shortage("table", 3, 2))));
    }

    @Test
    void servesAReservationOfAProductThatWasWithdrawnLater() {
        hear(order.placed(of("chair", 3)));
        shelves.computeIfPresent("chair", (sku, shelf) -> new Shelf(shelf.stock(), false));

        hear(order.shipped(of("chair", 3)));

        assertStock("chair", 7, 0);
    }

    @Test
    void releasesStockOfACancelledOrder() {
        hear(order.placed(of("chair", 3)), order.cancelled(1, Due.STOCK, Due.PAYMENT));

        assertThat(said).last().isEqualTo(released(of("chair", 3)));
        assertStock("chair", 10, 0);
    }

    @Test
    void answersACancellationOfARejectedOrder() {
        hear(order.placed(of("chair", 11)), order.cancelled(1, Due.STOCK));

        assertThat(said).last().isEqualTo(released());
        assertStock("chair", 10, 0);
    }

    @Test
    void answersACancellationThatComesFirstAndNeverReservesForThatOrder() {
        hear(order.cancelled(1, Due.STOCK), order.placed(of("chair", 3)));

        assertThat(said).containsExactly(released());
        assertThat(ignored).containsExactly(Reason.ALREADY_CLOSED);
        assertStock("chair", 10, 0);
    }

    @Test
    void repeatsTheRecordedAnswerToARepeatedCancellation() {
        hear(order.placed(of("chair", 3)), order.cancelled(1, Due.STOCK), order.cancelled(2, Due.STOCK));

        assertThat(said).hasSize(3).endsWith(released(of("chair", 3)), released(of("chair", 3)));
        assertStock("chair", 10, 0);
    }

    @Test
    void answersEachRoundOfACancellationOnce() {
        hear(order.cancelled(1, Due.STOCK), order.cancelled(1, Due.STOCK), order.cancelled(2, Due.STOCK));

        assertThat(said).hasSize(2);
        assertThat(ignored).containsExactly(Reason.ALREADY_ANSWERED);
    }

    @Test
    void saysNothingWhenOnlyPaymentIsDue() {
        hear(order.placed(of("chair", 3)), order.cancelled(1, Due.STOCK, Due.PAYMENT));
        hear(order.cancelled(2, Due.PAYMENT));

        assertThat(said).hasSize(2);
        assertThat(ignored).containsExactly(Reason.STOCK_NOT_DUE);
    }

    @Test
    void takesShippedGoodsFromTheShelf() {
        hear(order.placed(of("chair", 3)), order.shipped(of("chair", 3)));

        assertThat(said).last().isEqualTo(new StockConsumed(order.id(), "c-1", List.of(of("chair", 3))));
        assertStock("chair", 7, 0);
    }

    @Test
    void putsReturnedGoodsBackOnceAndRepeatsTheAnswer() {
        var lines = List.of(of("chair", 3));
        hear(order.placed(of("chair", 3)), order.shipped(of("chair", 3)));
        hear(order.returned(1, lines, Due.STOCK, Due.PAYMENT), order.returned(2, lines, Due.STOCK));

        assertThat(said).endsWith(restocked(of("chair", 3)), restocked(of("chair", 3)));
        assertStock("chair", 10, 0);
    }

    @Test
    void releasesSilentlyWhatAnOrderClosedByHandStillHolds() {
        hear(order.placed(of("chair", 3)), order.closed(true));

        assertThat(said).last().isEqualTo(new ReservationClosed(order.id(), "c-1", List.of(of("chair", 3))));
        assertStock("chair", 10, 0);
    }

    @Test
    void consumesWhatAnOrderDeliveredByHandStillHolds() {
        hear(order.placed(of("chair", 3)), order.delivered(true), order.shipped(of("chair", 3)));

        assertStock("chair", 7, 0);
        assertThat(ignored).containsExactly(Reason.ALREADY_CONSUMED);
    }

    /** Of a recall that shipping never answered: the parcel may have left and come back without a word of it. */
    @Test
    void releasesWhatAnOrderClosedByHandAsReturnedStillHolds() {
        hear(order.placed(of("chair", 3)), order.recallRequested(), order.returnClosed(true));

        assertThat(said).last().isEqualTo(new ReservationClosed(order.id(), "c-1", List.of(of("chair", 3))));
        assertStock("chair", 10, 0);
    }

    /** What left is counted in by whoever has it in hand. */
    @Test
    void leavesToAnOperatorWhatHadLeftWhenTheyClosedItAsReturned() {
        hear(order.placed(of("chair", 3)), order.shipped(of("chair", 3)), order.returnClosed(true));

        assertThat(ignored).containsExactly(Reason.NOTHING_RESERVED);
        assertStock("chair", 7, 0);
    }

    @Test
    void putsReturnedGoodsBackOnceThoughTheReturnIsClosedMoreThanOnce() {
        hear(order.placed(of("chair", 3)), order.shipped(of("chair", 3)));
        hear(order.returned(1, List.of(of("chair", 3)), Due.STOCK));
        hear(order.returnClosed(false), order.returnClosed(false));

        assertThat(ignored).containsExactly(Reason.NOTHING_RESERVED, Reason.NOTHING_RESERVED);
        assertStock("chair", 10, 0);
    }

    @Test
    void makesOneVersionPerEvent() {
        hear(order.placed(of("chair", 3)), order.shipped(of("chair", 3)), order.delivered(false));
        hear(order.returned(1, List.of(of("chair", 3)), Due.STOCK));

        assertThat(reservation.version()).isEqualTo(said.size()).isEqualTo(3);
    }

    private void hear(OrderEvent... events) {
        for (var event : events) {
            switch (ReservationDecider.decide(reservation, event, sku -> Optional.ofNullable(shelves.get(sku)))) {
                case Applied applied -> apply(applied);
                case Ignored outcome -> ignored.add(outcome.reason());
            }
        }
    }

    private void apply(Applied applied) {
        reservation = applied.next();
        applied.stocks().forEach(stock -> shelves.computeIfPresent(stock.sku(), (sku, shelf) -> shelf.with(stock)));
        said.add(applied.event());
    }

    private void assertStock(String sku, long onHand, long reserved) {
        var stock = shelves.get(sku).stock();
        assertThat(stock).isEqualTo(new Stock(sku, onHand, reserved, stock.version()));
    }

    private StockReleased released(SkuQuantity... lines) {
        return new StockReleased(order.id(), "c-1", List.of(lines));
    }

    private StockRestocked restocked(SkuQuantity... lines) {
        return new StockRestocked(order.id(), "c-1", List.of(lines));
    }
}
