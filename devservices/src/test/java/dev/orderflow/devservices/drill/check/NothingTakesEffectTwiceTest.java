package dev.orderflow.devservices.drill.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.system.Service;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NothingTakesEffectTwiceTest {

    private final Invariant invariant = new NothingTakesEffectTwice();

    private static Seen order(Seen seen, String topic, String type, long version) {
        return seen.recorded(Service.ORDER, topic, "a", type, version, UUID.randomUUID());
    }

    private static Seen dispatched(Seen seen) {
        return seen.recorded(
                Service.SHIPPING, "shipping-events", "a", "orderflow.shipping.dispatched", 1, UUID.randomUUID());
    }

    @Test
    void isContentWithEachStepOnce() {
        Seen seen = order(new Seen(), "order-events", "placed", 1);
        order(seen, null, "answer", 2);
        order(seen, null, "answer", 3);
        order(seen, "order-events", "closed", 4);
        seen.recorded(Service.PAYMENT, "payment-events", "a", "completed", 1, UUID.randomUUID());
        seen.recorded(Service.INVENTORY, "product-events", "mug", "changed", 1, UUID.randomUUID());
        seen.recorded(Service.INVENTORY, "product-events", "mug", "changed", 2, UUID.randomUUID());

        assertThat(invariant.violations(seen.now())).isEmpty();
    }

    @Test
    void findsAStepThatWasTakenTwice() {
        Seen seen = new Seen();
        for (int i = 0; i < 2; i++) {
            seen.recorded(Service.PAYMENT, "payment-events", "a", "completed", 1, UUID.randomUUID());
        }

        assertThat(invariant.violations(seen.now()))
                .containsExactly(new Violation(invariant.words(), "payment a completed", "once", "2 times"));
    }

    @Test
    void letsEachRecallThatCameTooLateBeAnsweredWithTheDispatch() {
        Seen once = order(new Seen(), "order-events", "orderflow.order.shipment-recall-requested", 1);
        dispatched(dispatched(once));
        assertThat(invariant.violations(once.now())).isEmpty();

        assertThat(invariant.violations(dispatched(once).now()))
                .containsExactly(new Violation(
                        invariant.words(), "shipping a orderflow.shipping.dispatched", "at most 2 times", "3 times"));
    }

    @Test
    void findsADispatchThatWasToldTwiceThoughNobodyRecalledIt() {
        assertThat(invariant.violations(dispatched(dispatched(new Seen())).now()))
                .containsExactly(new Violation(
                        invariant.words(), "shipping a orderflow.shipping.dispatched", "once", "2 times"));
    }

    @Test
    void findsTwoOrdersThatWereDecidedOnTheSameState() {
        Seen seen = order(new Seen(), "order-events", "placed", 1);
        order(seen, "order-events", "cancelled", 2);
        order(seen, "order-events", "confirmed", 2);

        assertThat(invariant.violations(seen.now()))
                .containsExactly(new Violation(invariant.words(), "order a", "version 3", "2"));
    }

    @Test
    void findsAVersionThatIsMissing() {
        Seen seen = order(new Seen(), "order-events", "placed", 1);
        order(seen, "order-events", "confirmed", 3);

        assertThat(invariant.violations(seen.now()))
                .containsExactly(new Violation(invariant.words(), "order a", "version 2", "3"));
    }
}
