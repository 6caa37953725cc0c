package dev.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.messaging.Learned;
import dev.orderflow.payment.messaging.PaymentRecorder;
import dev.orderflow.payment.testing.AnOrder;
import dev.orderflow.payment.testing.Broker;
import dev.orderflow.payment.testing.ProviderParts;
import dev.orderflow.payment.testing.Rows;
import dev.orderflow.payment.testing.TheProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refund takes days, and nobody tells of it. */
@QuarkusTest
@QuarkusTestResource(ProviderParts.class)
class PendingRefundIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Broker broker;

    @Inject
    Rows rows;

    @Inject
    UnitsOfWork units;

    @Inject
    PaymentRecorder recorder;

    @BeforeEach
    void hearNothing() {
        TheProvider.isSilent();
    }

    /** What changed lately is in flight: were each look a change, the books would never be compared. */
    @Test
    void isLookedAtMoreRarelyAndIsNoChange() {
        var order = refunding("re_slow");
        var changedAt = rows.payment(order, "changed_at");
        var attempts = rows.attempts(order);

        learn(order, new Fact.RefundUnderWay("re_slow", 20));

        assertThat(rows.pause(order, "watch-refund")).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        assertThat(rows.payment(order, "changed_at")).isEqualTo(changedAt);
        assertThat(rows.attempts(order)).isEqualTo(attempts);
    }

    /** Its end is a change, however rarely it is looked at. */
    @Test
    void isOverWhenALookFindsThatItBroke() {
        var order = refunding("re_broken");
        var changedAt = rows.payment(order, "changed_at");

        learn(order, new Fact.RefundBroke("re_broken", "lost_or_stolen_card"));

        assertThat(rows.payment(order, "changed_at")).isNotEqualTo(changedAt);
        rows.awaitStatus(order, "REFUNDED");
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/129.90");
    }

    private AnOrder refunding(String refundId) {
        var order = AnOrder.paidWith("tok_visa");
        broker.publish(order.paymentRequested());
        broker.answers(order, 1);
        TheProvider.refundsByHand(rows.payment(order, "intent_id"));
        rows.repair(order, "status = 'REFUNDING', refund_id = '%s'".formatted(refundId));
        return order;
    }

    private void learn(AnOrder order, Fact fact) {
        var learned = List.of(new Learned(order.id(), fact, Cause.here()));
        units.run(work -> recorder.record(work, learned)).await().atMost(PATIENCE);
    }
}
