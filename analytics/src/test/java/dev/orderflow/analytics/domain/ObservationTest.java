package dev.orderflow.analytics.domain;

import static dev.orderflow.analytics.testing.AnOrder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.analytics.domain.Tally.Count;
import dev.orderflow.analytics.testing.AnOrder;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.contracts.value.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationTest {

    private static final Figure NOONS_MINUTE = new Figure(Figure.Kind.MINUTE, "2026-01-05T12:00:00Z");
    private static final Figure NEXT_MINUTE = new Figure(Figure.Kind.MINUTE, "2026-01-05T12:01:00Z");

    private final AnOrder order = AnOrder.some();
    private OrderHistory history = OrderHistory.NONE;

    @Test
    void countsAnOrderInTheMinuteOfItsEvent() {
        assertThat(observe(order.placed(), NOON).tallies()).containsExactly(Map.entry(NOONS_MINUTE, one(Count.PLACED)));
        assertThat(observe(order.confirmed(), NOON.plusSeconds(60)).tallies())
                .containsExactly(Map.entry(NEXT_MINUTE, one(Count.CONFIRMED)));
    }

    @Test
    void whatIsDeliveredIsRevenueAndIsSold() {
        observe(order.placed(), NOON);

        var tallies = observe(order.delivered(), NOON.plusSeconds(60)).tallies();

        assertThat(tallies.get(NEXT_MINUTE)).isEqualTo(one(Count.DELIVERED).worth(order.total()));
        assertThat(tallies.get(new Figure(Figure.Kind.PRODUCT, "mug-blue")))
                .isEqualTo(Tally.of(Count.PIECES, 2)
                        .worth(Money.of("20.00", "EUR"))
                        .called("Blue mug", NOON));
    }

    /** Orders are not delivered in the order in which they were placed. */
    @Test
    void aProductIsCalledWhatItWasCalledWhenAnOrderWasPlaced() {
        observe(order.called("Mug").placed(), NOON);

        var sold = observe(order.delivered(), NOON.plusSeconds(600)).tallies();

        assertThat(sold.get(new Figure(Figure.Kind.PRODUCT, "mug-blue")))
                .extracting(Tally::name, Tally::namedAt)
                .containsExactly("Mug", NOON);
    }

    @Test
    void nothingCountsTwice() {
        var life = List.of(
                order.placed(),
                order.paymentRequested(),
                order.confirmed(),
                order.shipped(),
                order.delivered(),
                order.returnClosed());
        life.forEach(event -> observe(event, NOON));
        var before = history;

        life.forEach(event -> {
            var again = observe(event, NOON.plusSeconds(100));
            assertThat(again.history()).isSameAs(before);
            assertThat(again.tallies()).isEmpty();
            assertThat(again.lapses()).isEmpty();
            assertThat(again.entries()).isEmpty();
        });
        assertThat(observe(order.deliveredByHand(), NOON).tallies()).isEmpty();
    }

    @Test
    void measuresTheStepsThatEnd() {
        observe(order.placed(), NOON);
        assertThat(observe(order.paymentRequested(), NOON.plusMillis(20)).lapses())
                .containsExactly(lapse(Step.PLACED_RESERVED, 20));
        assertThat(observe(order.confirmed(), NOON.plusMillis(50)).lapses())
                .containsExactly(lapse(Step.RESERVED_CONFIRMED, 30), lapse(Step.PLACED_CONFIRMED, 50));
        assertThat(observe(order.shipped(), NOON.plusMillis(150)).lapses())
                .containsExactly(lapse(Step.CONFIRMED_SHIPPED, 100));
        assertThat(observe(order.delivered(), NOON.plusMillis(350)).lapses())
                .containsExactly(lapse(Step.SHIPPED_DELIVERED, 200), lapse(Step.PLACED_DELIVERED, 350));
    }

    @Test
    void aClockThatWasSetBackTookNoTime() {
        observe(order.placed(), NOON);
        assertThat(observe(order.paymentRequested(), NOON.minusMillis(1)).lapses())
                .containsExactly(lapse(Step.PLACED_RESERVED, 0));
    }

    @Test
    void aCancellationHasOneReasonHoweverOftenItIsAskedFor() {
        observe(order.placed(), NOON);
        assertThat(observe(order.cancelled(), NOON).tallies())
                .containsEntry(new Figure(Figure.Kind.CANCELLATION, "payment-declined"), one(Count.ORDERS))
                .containsEntry(NOONS_MINUTE, one(Count.CANCELLED));
        assertThat(observe(order.cancelled("payment-declined", "SYSTEM", 2), NOON)
                        .tallies())
                .isEmpty();
        assertThat(observe(order.closed(), NOON.plusMillis(7)).lapses())
                .containsExactly(lapse(Step.CANCELLED_CLOSED, 7));
    }

    @Test
    void whoClosesAnOrderThatNobodyCancelledCancelsIt() {
        observe(order.placed(), NOON);
        var closed = observe(order.closedByHand(), NOON);
        assertThat(closed.tallies())
                .containsEntry(new Figure(Figure.Kind.CANCELLATION, "resolved-by-hand"), one(Count.ORDERS));
        assertThat(closed.lapses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "timed-out, SYSTEM, timed-out",
        "my husband Bob says no, CUSTOMER, customer-request",
        "fraud, OPERATOR, operator-request",
        "something new, MACHINE, other"
    })
    void aPersonsWordsAreNoCategory(String reason, String by, String counted) {
        assertThat(observe(order.cancelled(reason, by, 1), NOON).tallies())
                .containsKey(new Figure(Figure.Kind.CANCELLATION, counted));
    }

    /** Who reads the topic from its middle counts what is said there, and makes nothing up. */
    @Test
    void anOrderWithoutABeginningHasNoLinesAndNoLatencies() {
        var delivered = observe(order.delivered(), NOON);
        assertThat(delivered.tallies()).containsOnlyKeys(NOONS_MINUTE);
        assertThat(delivered.lapses()).isEmpty();
    }

    @Test
    void tellsItsCustomerWhatMatters() {
        assertThat(observe(order.placed(), NOON).entries())
                .containsExactly(new CustomerEntry(Milestone.PLACED, millis(NOON), NOON, null));
        assertThat(observe(order.confirmed(), NOON).entries()).isEmpty();
        assertThat(observe(order.delivered(), NOON).entries())
                .containsExactly(new CustomerEntry(Milestone.DELIVERED, millis(NOON), NOON, order.total()));
    }

    @Test
    void whatReachesNothingIsNoNews() {
        var stuck = observe(order.stuck(), NOON);
        assertThat(stuck.history()).isSameAs(OrderHistory.NONE);
        assertThat(Observation.concerns(order.stuck())).isFalse();
        assertThat(Observation.concerns(order.placed())).isTrue();
    }

    private Observation observe(OrderEvent event, Instant at) {
        var observation = Observation.of(history, event, at);
        history = observation.history();
        return observation;
    }

    private static Tally one(Count count) {
        return Tally.of(count, 1);
    }

    private static Lapse lapse(Step step, long millis) {
        return new Lapse(step, Duration.ofMillis(millis));
    }

    private static Instant millis(Instant moment) {
        return Instant.ofEpochMilli(moment.toEpochMilli());
    }
}
