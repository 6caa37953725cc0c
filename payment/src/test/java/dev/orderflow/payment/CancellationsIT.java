package dev.orderflow.payment;

import static dev.orderflow.contracts.value.RefundCause.CANCELLED;
import static dev.orderflow.contracts.value.RefundCause.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.payment.PaymentCompleted;
import dev.orderflow.contracts.payment.PaymentEvent;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.payment.PaymentVoided;
import dev.orderflow.contracts.payment.RefundFailed;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.payment.testing.AnOrder;
import dev.orderflow.payment.testing.ProviderParts;
import dev.orderflow.payment.testing.TheProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ProviderParts.class)
class CancellationsIT extends PaymentFixture {

    @AfterEach
    void leaveAProviderThatPaysBack() {
        TheProvider.refusesRefunds(0);
    }

    @Test
    void takesNoMoneyForAnOrderThatWasCancelledBefore() {
        var order = AnOrder.paidWith("tok_visa");

        broker.publish(order.cancelled(1));
        rows.awaitHandled(broker.publish(order.paymentRequested()));

        assertThat(broker.answers(order, 1)).containsExactly(new PaymentVoided(order.id(), order.customer(), null));
        assertThat(rows.payment(order, "status")).isEqualTo("VOIDED");
        rows.awaitNoTasks(order);
        assertThat(TheProvider.ledger(order)).isEmpty();
    }

    @Test
    void refundsOnceWhatWasCapturedAfterTheCancellation() {
        var order = await().atMost(Duration.ofMinutes(1))
                .until(this::cancelledWhileConfirmed, it -> "VOIDING".equals(rows.payment(it, "status")));

        assertThat(kinds(broker.answers(order, 1))).containsExactly(PaymentRefunded.class);
        rows.awaitNoTasks(order);
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/129.90");
        assertThat(broker.answers(order)).hasSize(1);
    }

    @Test
    void answersADuplicateNotAndALaterRoundAgain() {
        var order = paid("tok_visa");
        var first = EventIds.next();
        broker.publish(first, order.cancelled(1));
        broker.publish(first, order.cancelled(1));
        broker.answers(order, 2);
        rows.awaitHandled(broker.publish(order.cancelled(1)));
        rows.awaitHandled(broker.publish(order.cancelled(2)));

        var answers = broker.answers(order, 3);

        assertThat(kinds(answers))
                .containsExactly(PaymentCompleted.class, PaymentRefunded.class, PaymentRefunded.class);
        assertThat(answers.get(2)).isEqualTo(answers.get(1));
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/129.90");
    }

    @Test
    void refundsAReturn() {
        var order = paid("tok_visa");

        broker.publish(order.returned(1));

        assertThat(broker.answers(order, 2).get(1)).isInstanceOfSatisfying(PaymentRefunded.class, refund -> {
            assertThat(refund.cause()).isEqualTo(RETURNED);
            assertThat(refund.amount()).isEqualTo(order.total());
            assertThat(refund.refundId()).startsWith("re_");
        });
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/129.90");
    }

    @Test
    void waitsForARefundThatIsUnderWay() {
        var order = paid("tok_pendingRefund");

        broker.publish(order.cancelled(1));

        assertThat(kinds(broker.answers(order, 2))).containsExactly(PaymentCompleted.class, PaymentRefunded.class);
        assertThat(rows.attempts(order)).containsExactly("intent-created", "captured", "refund-pending", "refunded");
    }

    @Test
    void asksForARefundThatNoWebhookTellsOf() {
        TheProvider.isSilent();
        var order = paid("tok_pendingRefund");

        broker.publish(order.cancelled(1));

        assertThat(kinds(broker.answers(order, 2))).containsExactly(PaymentCompleted.class, PaymentRefunded.class);
    }

    @Test
    void triesARefusedRefundAgainUntilItIsTaken() {
        var order = paid("tok_visa");
        TheProvider.refusesRefunds(2);

        broker.publish(order.cancelled(1));

        assertThat(kinds(broker.answers(order, 2))).containsExactly(PaymentCompleted.class, PaymentRefunded.class);
        assertThat(rows.attempts(order))
                .containsExactly(
                        "intent-created",
                        "captured",
                        "refund-refused:balance_insufficient",
                        "refund-refused:balance_insufficient",
                        "refunded");
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/129.90");
    }

    /** The next round is what an operator's retry of the saga asks for. */
    @Test
    void tellsOnceThatARefundFailedAndReopensItWithTheNextRound() {
        var order = paid("tok_visa");
        TheProvider.refusesRefunds(5);
        broker.publish(order.cancelled(1));
        assertThat(kinds(broker.answers(order, 2))).containsExactly(PaymentCompleted.class, RefundFailed.class);
        rows.awaitNoTasks(order);
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/0.00");

        broker.publish(order.cancelled(2));

        assertThat(kinds(broker.answers(order, 3)))
                .containsExactly(PaymentCompleted.class, RefundFailed.class, PaymentRefunded.class);
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/129.90");
    }

    @ParameterizedTest
    @CsvSource({"tok_createDispute, charge_disputed, CANCELLED", "tok_refundFail, lost_or_stolen_card, RETURNED"})
    void triesAFailedRefundAgainWithTheNextRound(String token, String reason, RefundCause cause) {
        var order = paid(token);

        ask(order, cause, 1);
        broker.answers(order, 2);
        ask(order, cause, 2);

        var failed = new RefundFailed(
                order.id(),
                order.customer(),
                ((PaymentCompleted) broker.answers(order).getFirst()).paymentId(),
                order.total(),
                cause,
                reason);
        assertThat(broker.answers(order, 3)).endsWith(failed, failed);
        assertThat(rows.payment(order, "refund_try")).isEqualTo("10");
        assertThat(rows.payment(order, "failed_tries")).isEqualTo("5");
        assertThat(rows.payment(order, "refunded")).isEqualTo("0.00");
    }

    /** Paid back and told so, but each time the bank sends the money back a second later: once more, and no more. */
    @Test
    void triesARefundAgainThatBreaksAndTellsWhenItGivesUp() {
        var order = paid("tok_refundBreak");

        broker.publish(order.cancelled(1));

        assertThat(kinds(broker.answers(order, 3)))
                .containsExactly(PaymentCompleted.class, PaymentRefunded.class, RefundFailed.class);
        assertThat(rows.payment(order, "refund_try")).isEqualTo("6");
        assertThat(TheProvider.refunds(rows.payment(order, "intent_id"))).isEqualTo(6);
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/0.00");
    }

    @Test
    void findsARefundThatWasMadeByHand() {
        TheProvider.isSilent();
        var order = paid("tok_visa");
        TheProvider.refundsByHand(rows.payment(order, "intent_id"));

        broker.publish(order.cancelled(1));

        assertThat(broker.answers(order, 2).get(1))
                .isInstanceOfSatisfying(
                        PaymentRefunded.class,
                        refund -> assertThat(refund.cause()).isEqualTo(CANCELLED));
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/129.90");
    }

    /** In time, unless the machine has stalled for longer than the provider takes. */
    private AnOrder cancelledWhileConfirmed() {
        var order = AnOrder.paidWith("tok_slow");
        broker.publish(order.paymentRequested());
        rows.awaitIntent(order);
        rows.awaitHandled(broker.publish(order.cancelled(1)));
        return order;
    }

    private AnOrder paid(String token) {
        var order = AnOrder.paidWith(token);
        broker.publish(order.paymentRequested());
        assertThat(kinds(broker.answers(order, 1))).containsExactly(PaymentCompleted.class);
        return order;
    }

    private void ask(AnOrder order, RefundCause cause, int round) {
        broker.publish(cause == CANCELLED ? order.cancelled(round) : order.returned(round));
    }

    private static List<Class<?>> kinds(List<PaymentEvent> events) {
        return events.stream().<Class<?>>map(PaymentEvent::getClass).toList();
    }
}
