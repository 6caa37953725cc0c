package dev.orderflow.payment.domain;

import static dev.orderflow.payment.domain.Fixtures.AMOUNT;
import static dev.orderflow.payment.domain.Fixtures.CANCEL;
import static dev.orderflow.payment.domain.Fixtures.CANCEL_AGAIN;
import static dev.orderflow.payment.domain.Fixtures.CAPTURED;
import static dev.orderflow.payment.domain.Fixtures.CHARGE;
import static dev.orderflow.payment.domain.Fixtures.CREATED;
import static dev.orderflow.payment.domain.Fixtures.CUSTOMER;
import static dev.orderflow.payment.domain.Fixtures.LAST_TRY;
import static dev.orderflow.payment.domain.Fixtures.ORDER;
import static dev.orderflow.payment.domain.Fixtures.PAYMENT;
import static dev.orderflow.payment.domain.Fixtures.PENDING;
import static dev.orderflow.payment.domain.Fixtures.REFUNDED;
import static dev.orderflow.payment.domain.Fixtures.after;
import static dev.orderflow.payment.domain.Fixtures.broke;
import static dev.orderflow.payment.domain.Fixtures.decide;
import static dev.orderflow.payment.domain.Fixtures.pending;
import static dev.orderflow.payment.domain.Fixtures.refused;
import static dev.orderflow.payment.domain.Fixtures.then;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.payment.domain.Outcome.Ignored;
import org.junit.jupiter.api.Test;

/** A call is made more than once, and what it answers comes when the payment has long gone on: only the newest try counts. */
class RefundTriesTest {

    private static final Ignored LATE = new Ignored("late");

    /** Its first answer was told, the bank sent the money back, and the next try is on its way. */
    @Test
    void believesNoSecondAnswerToATryWhoseRefundBroke() {
        var again = after(CHARGE, CREATED, CAPTURED, CANCEL, REFUNDED, broke("re_1"));

        assertThat(PaymentRules.decide(again, REFUNDED)).isEqualTo(LATE);
        assertThat(decide(again, new Fact.Refunded(1, "re_2")).next().refs().refundId())
                .isEqualTo("re_2");
    }

    @Test
    void watchesNoRefundOfAnOlderTryInsteadOfTheNewestOne() {
        var again = after(CHARGE, CREATED, CAPTURED, CANCEL, PENDING, broke("re_1"));

        assertThat(PaymentRules.decide(again, PENDING)).isEqualTo(LATE);
        assertThat(decide(again, new Fact.RefundPending(1, "re_2"))
                        .next()
                        .refs()
                        .refundId())
                .isEqualTo("re_2");
    }

    @Test
    void givesNoTryUpBecauseTheTimeOfAnOlderOneIsOver() {
        var again = after(CHARGE, CREATED, CAPTURED, CANCEL, refused(0));

        assertThat(PaymentRules.decide(again, new Fact.RefundUnresolved(0))).isEqualTo(LATE);
    }

    /** It may have broken since: only the provider knows. */
    @Test
    void looksUpWhatAnOlderTryPaidBackOnceAllAreGivenUp() {
        var doubtful = decide(after(then(LAST_TRY, refused(4))), REFUNDED);

        assertThat(doubtful.events()).isEmpty();
        assertThat(doubtful.commands()).containsExactly(new Command.RefundAll());
        assertThat(doubtful.next().status()).isEqualTo(PaymentStatus.REFUNDING);
    }

    @Test
    void watchesARefundThatWasGivenUpBeforeItHadAName() {
        var givenUp = after(CHARGE, CREATED, CAPTURED, CANCEL, new Fact.RefundUnresolved(0));

        var named = decide(givenUp, pending(0));

        assertThat(named.commands()).containsExactly(new Command.WatchRefund(0));
        assertThat(named.next().status()).isEqualTo(PaymentStatus.REFUND_FAILED);
        assertThat(decide(named.next(), new Fact.RefundUnderWay("re_1", 1)).commands())
                .containsExactly(new Command.WatchRefund(1));
        assertThat(decide(named.next(), new Fact.RefundSettled("re_1")).events())
                .containsExactly(new PaymentRefunded(ORDER, CUSTOMER, PAYMENT, "re_1", AMOUNT, RefundCause.CANCELLED));
    }

    /** Two were refused, then the provider was away for so long that the money was given up. */
    @Test
    void givesALaterRequestAllItsTriesWhereverTheOneBeforeHasEnded() {
        var givenUp = after(
                CHARGE, CREATED, CAPTURED, CANCEL, refused(0), refused(1), new Fact.RefundUnresolved(2), CANCEL_AGAIN);

        assertThat(triesUntilGivenUp(givenUp)).isEqualTo(5);
    }

    /** It was found broken after it had been given up: its key is spent, but no try of the next request. */
    @Test
    void givesALaterRequestAllItsTriesThoughARefundBrokeBeforeIt() {
        var broken = after(
                CHARGE, CREATED, CAPTURED, CANCEL, PENDING, new Fact.RefundUnresolved(0), broke("re_1"), CANCEL_AGAIN);

        assertThat(broken.refs().refundTry()).isEqualTo(1);
        assertThat(triesUntilGivenUp(broken)).isEqualTo(5);
    }

    /** A day later the bank sends back what the last try had paid. */
    @Test
    void triesAtLeastOnceMoreWhenARefundBreaksThatWasTold() {
        var broken = decide(after(then(LAST_TRY, new Fact.Refunded(4, "re_1"))), broke("re_1"));

        assertThat(broken.events()).isEmpty();
        assertThat(broken.commands()).containsExactly(new Command.RefundAgain());
        assertThat(triesUntilGivenUp(broken.next())).isEqualTo(1);
    }

    @Test
    void countsWhatBreaksWithTheTriesBefore() {
        var broken = after(CHARGE, CREATED, CAPTURED, CANCEL, refused(0), new Fact.Refunded(1, "re_1"), broke("re_1"));

        assertThat(triesUntilGivenUp(broken)).isEqualTo(3);
    }

    private static int triesUntilGivenUp(Payment refunding) {
        int tries = 0;
        for (var payment = refunding; payment.status() == PaymentStatus.REFUNDING; tries++) {
            payment = decide(payment, refused(payment.refs().refundTry())).next();
        }
        return tries;
    }
}
