package dev.orderflow.payment.domain;

import static dev.orderflow.payment.domain.Fixtures.AMOUNT;
import static dev.orderflow.payment.domain.Fixtures.CANCEL;
import static dev.orderflow.payment.domain.Fixtures.CANCEL_AGAIN;
import static dev.orderflow.payment.domain.Fixtures.CAPTURED;
import static dev.orderflow.payment.domain.Fixtures.CHARGE;
import static dev.orderflow.payment.domain.Fixtures.CREATED;
import static dev.orderflow.payment.domain.Fixtures.CUSTOMER;
import static dev.orderflow.payment.domain.Fixtures.DECLINED;
import static dev.orderflow.payment.domain.Fixtures.LAST_TRY;
import static dev.orderflow.payment.domain.Fixtures.ORDER;
import static dev.orderflow.payment.domain.Fixtures.PAYMENT;
import static dev.orderflow.payment.domain.Fixtures.PENDING;
import static dev.orderflow.payment.domain.Fixtures.REFUNDED;
import static dev.orderflow.payment.domain.Fixtures.RETURN;
import static dev.orderflow.payment.domain.Fixtures.after;
import static dev.orderflow.payment.domain.Fixtures.broke;
import static dev.orderflow.payment.domain.Fixtures.decide;
import static dev.orderflow.payment.domain.Fixtures.pending;
import static dev.orderflow.payment.domain.Fixtures.refused;
import static dev.orderflow.payment.domain.Fixtures.then;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.payment.PaymentDeclined;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.payment.RefundFailed;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.payment.domain.Outcome.Ignored;
import org.junit.jupiter.api.Test;

/** Money that goes back: tried until it arrives, and told of once it has. */
class RefundRulesTest {

    @Test
    void refundsALateCaptureBeforeItAnswers() {
        var late = decide(after(CHARGE, CREATED, CANCEL), CAPTURED);

        assertThat(late.events()).isEmpty();
        assertThat(late.commands()).containsExactly(new Command.RefundAll());
        assertThat(decide(late.next(), REFUNDED).events())
                .containsExactly(new PaymentRefunded(ORDER, CUSTOMER, PAYMENT, "re_1", AMOUNT, RefundCause.CANCELLED));
    }

    @Test
    void repeatsTheSameRefundToALaterRound() {
        assertThat(decide(after(CHARGE, CREATED, CAPTURED, CANCEL, REFUNDED), CANCEL_AGAIN)
                        .events())
                .containsExactly(new PaymentRefunded(ORDER, CUSTOMER, PAYMENT, "re_1", AMOUNT, RefundCause.CANCELLED));
    }

    @Test
    void triesARefusedRefundAgainWithANewKeyAndTellsNobodyYet() {
        var refused = decide(after(CHARGE, CREATED, CAPTURED, CANCEL), refused(0));

        assertThat(refused.commands()).containsExactly(new Command.RefundAgain());
        assertThat(refused.events()).isEmpty();
        assertThat(refused.next().refs().refundTry()).isEqualTo(1);
        assertThat(PaymentRules.decide(refused.next(), refused(0))).isEqualTo(new Ignored("late"));
        assertThat(decide(refused.next(), new Fact.Refunded(1, "re_1")).events())
                .containsExactly(new PaymentRefunded(ORDER, CUSTOMER, PAYMENT, "re_1", AMOUNT, RefundCause.CANCELLED));
    }

    @Test
    void triesARefundThatBrokeAgain() {
        var broken = decide(after(CHARGE, CREATED, CAPTURED, CANCEL, PENDING), broke("re_1"));

        assertThat(broken.commands()).containsExactly(new Command.RefundAgain());
        assertThat(PaymentRules.decide(broken.next(), broke("re_1"))).isEqualTo(new Ignored("foreign"));
    }

    @Test
    void reopensAFailedRefundWithANewKey() {
        var failed = decide(after(LAST_TRY), refused(4));
        assertThat(failed.events())
                .containsExactly(
                        new RefundFailed(ORDER, CUSTOMER, PAYMENT, AMOUNT, RefundCause.CANCELLED, "charge_disputed"));

        var reopened = decide(failed.next(), CANCEL_AGAIN);

        assertThat(reopened.commands()).containsExactly(new Command.RefundAll());
        assertThat(reopened.next().refs().refundTry()).isEqualTo(5);
        assertThat(decide(reopened.next(), refused(5)).commands()).containsExactly(new Command.RefundAgain());
    }

    @Test
    void reopensARefundOfUnknownOutcomeWithTheSameKey() {
        var failed = decide(after(CHARGE, CREATED, CAPTURED, CANCEL), new Fact.RefundUnresolved(0));

        assertThat(failed.events())
                .containsExactly(new RefundFailed(
                        ORDER, CUSTOMER, PAYMENT, AMOUNT, RefundCause.CANCELLED, "provider-unavailable"));
        assertThat(decide(failed.next(), CANCEL_AGAIN).next().refs().refundTry())
                .isZero();
    }

    @Test
    void ignoresTheFailureOfAnOlderRefund() {
        var reopened = after(then(LAST_TRY, pending(4), broke("re_1"), CANCEL_AGAIN));

        assertThat(PaymentRules.decide(reopened, broke("re_1"))).isEqualTo(new Ignored("foreign"));
    }

    /** A bank may send money back that had arrived: the customer was told of it, and still has to get it. */
    @Test
    void triesARefundAgainThatBreaksAfterItHadSucceeded() {
        var broken = decide(after(CHARGE, CREATED, CAPTURED, RETURN, REFUNDED), broke("re_1"));

        assertThat(broken.commands()).containsExactly(new Command.RefundAgain());
        assertThat(broken.events()).isEmpty();
        assertThat(broken.next().status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(broken.next().refs().refundTry()).isEqualTo(1);
        assertThat(broken.next().funds().refunded().isZero()).isTrue();
    }

    /** An operator said that what was being cancelled is delivered; then it came back. */
    @Test
    void answersAReturnWithWhatTheCancellationBeforeItHasPaidBack() {
        var refunded = after(CHARGE, CREATED, CAPTURED, CANCEL, REFUNDED);

        var returned = decide(refunded, RETURN);

        assertThat(returned.commands()).isEmpty();
        assertThat(returned.events())
                .containsExactly(new PaymentRefunded(ORDER, CUSTOMER, PAYMENT, "re_1", AMOUNT, RefundCause.RETURNED));
    }

    @Test
    void tellsNobodyOfARefundThatBrokeIfTheNextOneArrives() {
        var broken = after(CHARGE, CREATED, CAPTURED, CANCEL, REFUNDED, broke("re_1"));

        var refunded = decide(broken, new Fact.Refunded(1, "re_2"));

        assertThat(refunded.events()).isEmpty();
        assertThat(refunded.next().status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void tellsWhenWhatIsTriedOnceMoreBreaksToo() {
        var more = after(then(LAST_TRY, new Fact.Refunded(4, "re_1"), broke("re_1"), new Fact.Refunded(5, "re_2")));

        var broken = decide(more, broke("re_2"));

        assertThat(broken.events())
                .containsExactly(new RefundFailed(
                        ORDER, CUSTOMER, PAYMENT, AMOUNT, RefundCause.CANCELLED, "lost_or_stolen_card"));
        assertThat(broken.next().status()).isEqualTo(PaymentStatus.REFUND_FAILED);
        assertThat(decide(broken.next(), CANCEL_AGAIN).commands()).containsExactly(new Command.RefundAll());
    }

    /** What our own call answers may be older than a failure that was told before: nobody knew whose it was then. */
    @Test
    void looksAgainAtARefundThatOurOwnCallSaysWasMade() {
        assertThat(decide(after(CHARGE, CREATED, CAPTURED, CANCEL), REFUNDED).commands())
                .containsExactly(new Command.WatchRefund(0));
    }

    @Test
    void looksAgainAtARefundThatIsStillUnderWayAndKeepsNothingNew() {
        var pending = after(CHARGE, CREATED, CAPTURED, CANCEL, PENDING);

        var looked = decide(pending, new Fact.RefundUnderWay("re_1", 7));

        assertThat(looked.commands()).containsExactly(new Command.WatchRefund(7));
        assertThat(looked.changes(pending)).isFalse();
    }

    @Test
    void believesNoSuccessThatIsOlderThanTheFailure() {
        var failed = after(then(LAST_TRY, pending(4), broke("re_1")));

        assertThat(PaymentRules.decide(failed, new Fact.RefundSettled("re_1"))).isEqualTo(new Ignored("foreign"));
    }

    /** It may tell of a refund that broke since: only the provider knows. */
    @Test
    void asksTheProviderWhenAChargeIsToldToBeRefundedAfterAll() {
        var doubtful = decide(after(then(LAST_TRY, refused(4))), new Fact.ChargeRefunded("ch_1"));

        assertThat(doubtful.events()).isEmpty();
        assertThat(doubtful.commands()).containsExactly(new Command.RefundAll());
        assertThat(decide(doubtful.next(), new Fact.Refunded(5, "re_1")).events())
                .containsExactly(new PaymentRefunded(ORDER, CUSTOMER, PAYMENT, "re_1", AMOUNT, RefundCause.CANCELLED));
    }

    /** An order that is not paid for is cancelled: that is what the money goes back for. */
    @Test
    void tellsOfStrandedMoneyThatNobodyAskedFor() {
        var stray = after(CHARGE, CREATED, DECLINED, CAPTURED);

        assertThat(decide(stray, new Fact.RefundUnresolved(0)).events())
                .containsExactly(new RefundFailed(
                        ORDER, CUSTOMER, PAYMENT, AMOUNT, RefundCause.CANCELLED, "provider-unavailable"));
    }

    @Test
    void givesBackQuietlyWhatWasCapturedAfterItHadDeclined() {
        var stray = decide(after(CHARGE, CREATED, DECLINED), CAPTURED);

        assertThat(stray.events()).isEmpty();
        assertThat(stray.commands()).containsExactly(new Command.RefundAll());
        assertThat(decide(stray.next(), REFUNDED).events()).isEmpty();
    }

    @Test
    void givesBackAndDeclinesAnotherAmountThanTheOrders() {
        var wrong = decide(after(CHARGE, CREATED), new Fact.Captured(Money.of("1.00", "EUR")));

        assertThat(wrong.events())
                .containsExactly(new PaymentDeclined(ORDER, CUSTOMER, PAYMENT, "amount-mismatch", null));
        assertThat(wrong.commands()).containsExactly(new Command.RefundAll());
        assertThat(decide(wrong.next(), REFUNDED).next().funds().refunded()).isEqualTo(Money.of("1.00", "EUR"));
    }
}
