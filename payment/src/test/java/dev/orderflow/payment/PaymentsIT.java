package dev.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.payment.PaymentCompleted;
import dev.orderflow.contracts.payment.PaymentDeclined;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.payment.PaymentVoided;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.payment.persistence.AttemptTable;
import dev.orderflow.payment.testing.AnOrder;
import dev.orderflow.payment.testing.ProviderParts;
import dev.orderflow.payment.testing.TheProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order's money is taken once, or it is said why it was not. */
@QuarkusTest
@QuarkusTestResource(ProviderParts.class)
class PaymentsIT extends PaymentFixture {

    @Inject
    AttemptTable attempts;

    @Inject
    Pool pool;

    @Test
    void forgetsWhatCameOfAskingLongAgo() {
        var old = AnOrder.paidWith("tok_visa");
        var young = AnOrder.paidWith("tok_visa");
        broker.publish(old.paymentRequested());
        broker.publish(young.paymentRequested());
        rows.awaitStatus(old, "CAPTURED");
        rows.awaitStatus(young, "CAPTURED");
        rows.ageAttempts(old);

        attempts.forget(pool, Duration.ofDays(365), 1_000_000).await().atMost(Duration.ofSeconds(30));

        assertThat(rows.attempts(old)).isEmpty();
        assertThat(rows.attempts(young)).containsExactly("intent-created", "captured");
    }

    @Test
    void takesTheMoneyOnce() {
        var order = AnOrder.paidWith("tok_visa");

        broker.publish(order.paymentRequested());

        assertThat(broker.answers(order, 1))
                .containsExactly(new PaymentCompleted(order.id(), order.customer(), paymentId(order), order.total()));
        rows.awaitNoTasks(order);
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/0.00");
        assertThat(rows.attempts(order)).containsExactly("intent-created", "captured");
    }

    @Test
    void takesNoMoneyAgainAfterItsDatabaseWasRestored() {
        var order = AnOrder.paidWith("tok_visa");
        var request = broker.publish(order.paymentRequested());
        var before = broker.answers(order, 1).getFirst();
        rows.awaitNoTasks(order);

        rows.restoreFromBefore(request, order);
        broker.publish(request, order.paymentRequested());

        assertThat(broker.answers(order, 2)).containsOnly(before);
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/0.00");
    }

    /** Nobody would pay so late; but somebody has paid. */
    @Test
    void findsTheMoneyThatItTookBeforeItsDatabaseWasRestoredLongAgo() {
        var order = AnOrder.paidWith("tok_visa");
        var request = broker.publish(order.paymentRequested());
        var before = broker.answers(order, 1).getFirst();
        rows.awaitNoTasks(order);

        rows.restoreFromBefore(request, order);
        broker.publish(request, order.payableFor(Duration.ofSeconds(-1)).paymentRequested());
        assertThat(broker.answers(order, 2)).containsOnly(before);
        broker.publish(order.cancelled(1));

        assertThat(broker.answers(order, 3)).last().isInstanceOf(PaymentRefunded.class);
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/129.90");
    }

    @ParameterizedTest
    @CsvSource({
        "tok_chargeDeclined, card_declined, Your card was declined.",
        "tok_chargeDeclinedInsufficientFunds, insufficient_funds, Your card has insufficient funds."
    })
    void tellsWhyACardWasDeclinedAndAnswersTheCancellation(String token, String code, String message) {
        var order = AnOrder.paidWith(token);

        broker.publish(order.paymentRequested());
        broker.answers(order, 1);
        broker.publish(order.cancelled(1));

        assertThat(broker.answers(order, 2))
                .containsExactly(
                        new PaymentDeclined(order.id(), order.customer(), paymentId(order), code, message),
                        new PaymentVoided(order.id(), order.customer(), paymentId(order)));
        assertThat(TheProvider.ledger(order)).isEmpty();
    }

    @Test
    void declinesATokenThatNobodyKnowsWithoutRepeatingIt() {
        var order = AnOrder.paidWith("tok_of_nobody");

        broker.publish(order.paymentRequested());

        assertThat(broker.answers(order, 1))
                .containsExactly(
                        new PaymentDeclined(order.id(), order.customer(), paymentId(order), "resource_missing", null));
        rows.awaitNoTasks(order);
        assertThat(rows.mentioning(order, "tok_of_nobody")).isEmpty();
    }

    @Test
    void needsNoProviderForNothing() {
        var order = AnOrder.paidWith("tok_visa").costing(Money.zero("EUR"));

        broker.publish(order.paymentRequested());

        assertThat(broker.answers(order, 1)).singleElement().isInstanceOf(PaymentCompleted.class);
        assertThat(rows.attempts(order)).isEmpty();
    }

    @Test
    void keepsTheDecimalsOfEachCurrency() {
        var won = AnOrder.paidWith("tok_visa").costing(Money.of("15000", "KRW"));
        var dinar = AnOrder.paidWith("tok_visa").costing(Money.of("7.125", "BHD"));

        broker.publish(won.paymentRequested());
        broker.publish(dinar.paymentRequested());

        assertThat(((PaymentCompleted) broker.answers(won, 1).getFirst()).amount())
                .isEqualTo(won.total());
        assertThat(((PaymentCompleted) broker.answers(dinar, 1).getFirst()).amount())
                .isEqualTo(dinar.total());
        assertThat(TheProvider.ledger(won)).containsExactly("15000/0");
        assertThat(TheProvider.ledger(dinar)).containsExactly("7.125/0.000");
    }

    @Test
    void takesNothingTwiceForARepeatedRequest() {
        var order = AnOrder.paidWith("tok_visa");
        var first = EventIds.next();
        broker.publish(first, order.paymentRequested());
        broker.publish(first, order.paymentRequested());
        var another = broker.publish(order.paymentRequested());

        broker.answers(order, 1);
        rows.awaitHandled(another);
        broker.publish(first, order.paymentRequested());
        rows.awaitNoTasks(order);

        assertThat(TheProvider.ledger(order)).containsExactly("129.90/0.00");
        assertThat(broker.answers(order)).hasSize(1);
    }

    @Test
    void declinesWhatComesAfterItsDeadline() {
        var order = AnOrder.paidWith("tok_visa").payableFor(Duration.ofSeconds(-1));

        broker.publish(order.paymentRequested());

        assertThat(broker.answers(order, 1))
                .containsExactly(
                        new PaymentDeclined(order.id(), order.customer(), paymentId(order), "timed-out", null));
        rows.awaitNoTasks(order);
        assertThat(TheProvider.ledger(order)).isEmpty();
        assertThat(rows.mentioning(order, "tok_visa")).isEmpty();
    }
}
