package dev.orderflow.order.domain.saga;

import static dev.orderflow.order.domain.saga.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.order.OrderDelivered;
import dev.orderflow.contracts.order.OrderReturned;
import dev.orderflow.contracts.order.ReturnAccepted;
import dev.orderflow.contracts.order.ReturnClosed;
import dev.orderflow.contracts.order.ShipmentRecallRequested;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.order.domain.Cancellation;
import dev.orderflow.order.domain.OrderInput.Outcome;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.RequestedBy;
import dev.orderflow.order.domain.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator can do about a saga that is stuck. */
class OperatorTest {

    @Test
    void asksThoseAgainWhoHaveNotAnswered() {
        var order = Situation.PAYMENT_LEFT.reached().thenOverdue().then(RETRY);

        assertThat(order.last())
                .isEqualTo(new OrderCancelled(
                        ORDER, CUSTOMER, "customer-request", "CUSTOMER", List.of(Due.PAYMENT), "hold-1", 2));
        assertThat(order.order().progress().stuck()).isFalse();
        assertThat(order.order().progress().deadline())
                .isEqualTo(order.now().plus(Journey.DEADLINES.of(OrderStatus.CANCELLING)));
        assertThat(order.then(REFUNDED).order().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void countsTheRoundsOfEachKindOfRequest() {
        var recalledTwice = Situation.RECALLING.reached().then(RETRY);
        assertThat(recalledTwice.last())
                .isEqualTo(new ShipmentRecallRequested(ORDER, CUSTOMER, "customer-request", "CUSTOMER", 2));

        assertThat(recalledTwice.then(HELD_BACK).last())
                .isInstanceOfSatisfying(
                        OrderCancelled.class,
                        cancelled -> assertThat(cancelled.round()).isEqualTo(1));
    }

    @Test
    void asksForTheReturnedParcelAgain() {
        var order = Situation.RETURNING.reached().thenOverdue().then(RETRY);

        assertThat(order.last()).isEqualTo(new ReturnAccepted(ORDER, CUSTOMER, QUANTITIES, null, 2, ADDRESS, true));
    }

    /** Whatever round each of them is: one who tells the customer has nothing else to go by. */
    @Test
    void tellsAReturnOfItsOwnFromOneThatIsAskedForAgain() {
        var first = Situation.DELIVERED.reached().then(RETURN).thenOverdue().then(RETRY);
        var second = first.thenOverdue().then(resolve(Outcome.DELIVERED)).then(RETURN);

        assertThat(second.thenOverdue().then(RETRY).events())
                .filteredOn(ReturnAccepted.class::isInstance)
                .extracting(event -> ((ReturnAccepted) event).repeated())
                .containsExactly(false, true, false, true);
    }

    /** Whoever answered a round leaves it and those before alone, so what is asked later has a higher one. */
    @ParameterizedTest
    @EnumSource(names = {"RETURNING", "REFUNDING", "RESTOCK_LEFT", "REFUND_LEFT"})
    void countsOnWhenAnOrderIsSentBackAgain(Situation situation) {
        var first = situation.reached().thenOverdue().then(RETRY).thenOverdue().then(resolve(Outcome.DELIVERED));
        int asked = rounds(first).max().orElseThrow();

        var second = first.then(RETURN);
        assertThat(rounds(second).max().orElseThrow()).isEqualTo(asked + 1);

        var refunding = second.thenOverdue().then(RETRY).then(PARCEL_BACK);
        assertThat(refunding.last())
                .isInstanceOfSatisfying(
                        OrderReturned.class,
                        returned -> assertThat(returned.round()).isEqualTo(asked + 2));
        assertThat(refunding.folded()).isEqualTo(refunding.order().with(null).until(null));
        assertThat(refunding.then(RETURN_REFUNDED).then(RESTOCKED).order().status())
                .isEqualTo(OrderStatus.RETURNED);
    }

    private static IntStream rounds(Journey journey) {
        return journey.events().stream().mapToInt(event -> switch (event) {
            case ReturnAccepted accepted -> accepted.round();
            case OrderReturned returned -> returned.round();
            default -> 0;
        });
    }

    /** The recall and its rounds are another matter. */
    @Test
    void countsTheFirstReturnAsTheFirstWhateverWasAskedBefore() {
        var order = Situation.RECALLING
                .reached()
                .then(RETRY)
                .thenOverdue()
                .then(resolve(Outcome.DELIVERED))
                .then(RETURN);

        assertThat(order.last())
                .isInstanceOfSatisfying(
                        ReturnAccepted.class,
                        accepted -> assertThat(accepted.round()).isEqualTo(1));
    }

    @Test
    void reportsARefundThatFailsAgain() {
        var order =
                Situation.PAYMENT_LEFT.reached().then(REFUND_FAILED).then(RETRY).then(REFUND_FAILED);

        assertThat(order.order().progress().stuck()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"RECALLING", "CANCELLING", "PAYMENT_LEFT", "SHIPPED", "RETURNING", "REFUNDING", "REFUND_LEFT"})
    void closesWhateverIsStuckByHand(Situation situation) {
        var stuck = situation.reached().thenOverdue();

        for (var outcome : Outcome.values()) {
            var closed = stuck.then(resolve(outcome));
            assertThat(closed.order().status().name()).isEqualTo(outcome.name());
            assertThat(closed.order().progress().stuck()).isFalse();
            assertThat(closed.order().progress().due()).isEmpty();
            assertThat(closed.order().progress().deadline()).isNull();
            assertThat(closed.folded()).isEqualTo(closed.order().with(null).until(null));
        }
    }

    @Test
    void recordsWhyItWasClosedByHand() {
        var lost = Situation.SHIPPED.reached().thenOverdue();

        assertThat(lost.then(resolve(Outcome.CANCELLED)).last())
                .isEqualTo(new OrderClosed(
                        ORDER, CUSTOMER, "resolved-by-hand", "OPERATOR", true, "checked by phone", false));
        assertThat(lost.then(resolve(Outcome.DELIVERED)).last())
                .isInstanceOfSatisfying(OrderDelivered.class, delivered -> {
                    assertThat(delivered.byHand()).isTrue();
                    assertThat(delivered.shipmentId()).isEqualTo(PARCEL);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "RECALLING, false",
        "CANCELLING, true",
        "PAYMENT_LEFT, true",
        "SHIPPED, false",
        "RETURNING, false",
        "REFUNDING, false"
    })
    void saysWhetherACancellationByHandIsTheFirstThatIsHeardOfIt(Situation situation, boolean announced) {
        var closed = situation.reached().thenOverdue().then(resolve(Outcome.CANCELLED));

        assertThat(closed.last())
                .isInstanceOfSatisfying(
                        OrderClosed.class,
                        event -> assertThat(event.announced()).isEqualTo(announced));
    }

    /** What the customer heard last was that it is delivered, and that it may be sent back. */
    @Test
    void announcesACancellationAgainOnceItWasOverruled() {
        var order = Situation.CANCELLING
                .reached()
                .thenOverdue()
                .then(resolve(Outcome.DELIVERED))
                .then(RETURN)
                .thenOverdue()
                .then(resolve(Outcome.CANCELLED));

        assertThat(order.last())
                .isInstanceOfSatisfying(
                        OrderClosed.class,
                        event -> assertThat(event.announced()).isFalse());
    }

    @Test
    void claimsARefundOnlyIfOneIsKnown() {
        var nothingKnown = Situation.REFUNDING.reached().thenOverdue();
        var refunded = Situation.RESTOCK_LEFT.reached().thenOverdue();

        assertThat(nothingKnown.then(resolve(Outcome.RETURNED)).last())
                .isEqualTo(new ReturnClosed(ORDER, CUSTOMER, null, true, "checked by phone"));
        assertThat(refunded.then(resolve(Outcome.RETURNED)).last())
                .isEqualTo(new ReturnClosed(ORDER, CUSTOMER, TOTAL, true, "checked by phone"));
    }

    /** It arrived after all: the cancellation came to nothing. */
    @Test
    void refusesTheCancellationOfWhatTurnsOutToBeDelivered() {
        var order = Situation.RECALLING.reached().thenOverdue().then(resolve(Outcome.DELIVERED));

        assertThat(order.order().cancellation())
                .isEqualTo(new Cancellation("customer-request", RequestedBy.CUSTOMER, true));
    }

    @Test
    void ignoresAnswersAfterItWasClosedByHand() {
        var closed = Situation.CANCELLING.reached().thenOverdue().then(resolve(Outcome.CANCELLED));

        assertThat(closed.decide(REFUNDED)).isEqualTo(new Verdict.Ignored(Verdict.Why.LATE));
    }

    @Test
    void goesOnByItselfWhenTheAnswerComesAfterAll() {
        var order = Situation.RECALLING.reached().thenOverdue().then(HELD_BACK);

        assertThat(order.order().status()).isEqualTo(OrderStatus.CANCELLING);
        assertThat(order.order().progress().stuck()).isFalse();
    }

    @Test
    void staysStuckWhileSomebodyIsStillDue() {
        var order = Situation.CANCELLING.reached().thenOverdue().then(RELEASED);

        assertThat(order.order().progress().stuck()).isTrue();
        assertThat(order.order().progress().deadline()).isNull();
    }

    @Test
    void asksAgainForARefundThatBrokeAfterTheOrderWasClosed() {
        var order = Situation.CANCELLED.reached().then(REFUND_FAILED).then(RETRY);

        assertThat(order.last())
                .isEqualTo(new OrderCancelled(
                        ORDER, CUSTOMER, "customer-request", "CUSTOMER", List.of(Due.PAYMENT), "hold-1", 2));
        assertThat(order.then(REFUNDED).order().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void closesByHandWhatARefundThatBrokeHadReopened() {
        var order = Situation.CANCELLED.reached().then(REFUND_FAILED).then(resolve(Outcome.CANCELLED));

        assertThat(order.order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.decide(REFUND_FAILED)).isEqualTo(new Verdict.Ignored(Verdict.Why.LATE));
    }

    /** Whoever closed it without an answer has taken the money upon themselves. */
    @Test
    void doesNotReopenWhatWasClosedByHandWithoutARefund() {
        var closed = Situation.CANCELLING.reached().thenOverdue().then(resolve(Outcome.CANCELLED));

        assertThat(closed.decide(REFUND_FAILED)).isEqualTo(new Verdict.Ignored(Verdict.Why.LATE));
    }
}
