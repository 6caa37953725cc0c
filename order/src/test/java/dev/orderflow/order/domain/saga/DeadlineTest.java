package dev.orderflow.order.domain.saga;

import static dev.orderflow.order.domain.saga.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long is waited, and from when on. */
class DeadlineTest {

    @ParameterizedTest
    @EnumSource
    void waitsAsLongAsItsStatusSays(Situation situation) {
        var progress = situation.reached().order().progress();

        if (situation.status.isSettled()) {
            assertThat(progress.deadline()).isNull();
        } else {
            assertThat(progress.deadline()).isEqualTo(progress.since().plus(Journey.DEADLINES.of(situation.status)));
        }
    }

    @Test
    void tellsPaymentUntilWhenItIsWaitedFor() {
        var order = Situation.RESERVED.reached();

        assertThat(order.last())
                .isEqualTo(new PaymentRequested(
                        ORDER, CUSTOMER, TOTAL, "CARD", order.order().progress().deadline(), "tok_visa"));
    }

    /** Nobody buys time by correcting an address; shipping buys none by announcing a label. */
    @Test
    void doesNotStartAgainWithinAStatus() {
        var pending = Situation.PENDING.reached();
        assertThat(pending.then(CHANGE_ADDRESS).order().progress())
                .isEqualTo(pending.order().progress());

        var confirmed = Situation.CONFIRMED.reached();
        assertThat(confirmed.then(SCHEDULED).order().progress())
                .isEqualTo(confirmed.order().progress());
    }

    @Test
    void takesEffectOnce() {
        var cancelled = Situation.PENDING.reached().thenOverdue();

        assertThat(cancelled.decide(new DeadlinePassed())).isEqualTo(new Verdict.Ignored(Verdict.Why.EARLY));
    }

    @Test
    void doesNotPassAgainWhileItIsStuck() {
        var stuck = Situation.SHIPPED.reached().thenOverdue();

        assertThat(stuck.order().status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(stuck.order().progress().deadline()).isNull();
    }

    @Test
    void usesTheCorrectedAddress() {
        var order = Situation.RESERVED.reached().then(CHANGE_ADDRESS).then(PAID);

        assertThat(order.order().recipient().address()).isEqualTo(OTHER_ADDRESS);
    }

    @Test
    void ignoresASecondLabel() {
        var order = Situation.CONFIRMED.reached().then(SCHEDULED);

        assertThat(order.decide(SCHEDULED)).isEqualTo(new Verdict.Ignored(Verdict.Why.DUPLICATE));
    }
}
