package dev.orderflow.payment.domain;

import static dev.orderflow.payment.domain.Fixtures.AMOUNT;
import static dev.orderflow.payment.domain.Fixtures.CANCEL;
import static dev.orderflow.payment.domain.Fixtures.CANCEL_AGAIN;
import static dev.orderflow.payment.domain.Fixtures.CAPTURED;
import static dev.orderflow.payment.domain.Fixtures.CHARGE;
import static dev.orderflow.payment.domain.Fixtures.CREATED;
import static dev.orderflow.payment.domain.Fixtures.CUSTOMER;
import static dev.orderflow.payment.domain.Fixtures.DECLINED;
import static dev.orderflow.payment.domain.Fixtures.ORDER;
import static dev.orderflow.payment.domain.Fixtures.PAYMENT;
import static dev.orderflow.payment.domain.Fixtures.PAY_BY;
import static dev.orderflow.payment.domain.Fixtures.RETURN;
import static dev.orderflow.payment.domain.Fixtures.after;
import static dev.orderflow.payment.domain.Fixtures.decide;
import static dev.orderflow.payment.domain.Fixtures.free;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.payment.PaymentCompleted;
import dev.orderflow.contracts.payment.PaymentDeclined;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.payment.PaymentVoided;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.payment.domain.Outcome.Ignored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is charged, declined and voided, before any money has to go back. */
class PaymentRulesTest {

    @Test
    void createsTheIntentBeforeItConfirmsIt() {
        assertThat(decide(after(), CHARGE).commands()).containsExactly(new Command.CreateIntent("tok_visa"));
        assertThat(decide(after(CHARGE), CREATED).commands()).containsExactly(new Command.ConfirmIntent());
    }

    @Test
    void completesWhatWasCaptured() {
        var paid = decide(after(CHARGE, CREATED), CAPTURED);

        assertThat(paid.events()).containsExactly(new PaymentCompleted(ORDER, CUSTOMER, PAYMENT, AMOUNT));
        assertThat(paid.next().funds().captured()).isEqualTo(AMOUNT);
    }

    @Test
    void passesOnWhyACardWasDeclined() {
        assertThat(decide(after(CHARGE, CREATED), DECLINED).events())
                .containsExactly(new PaymentDeclined(
                        ORDER, CUSTOMER, PAYMENT, "insufficient_funds", "Your card has insufficient funds."));
    }

    @ParameterizedTest
    @CsvSource({
        "CARD, , payment-token-missing",
        "CARD, '  ', payment-token-missing",
        "VOUCHER, tok_visa, unsupported-method"
    })
    void declinesWithoutAskingWhatItCannotCharge(String method, String token, String code) {
        var declined = decide(after(), new ChargeAsked(PAYMENT, AMOUNT, method, PAY_BY, token));

        assertThat(declined.events()).containsExactly(new PaymentDeclined(ORDER, CUSTOMER, null, code, null));
        assertThat(declined.commands()).isEmpty();
    }

    @Test
    void declinesANegativeAmount() {
        var negative = new ChargeAsked(PAYMENT, Money.of("-1.00", "EUR"), "CARD", PAY_BY, "tok_visa");

        assertThat(decide(after(), negative).events())
                .containsExactly(new PaymentDeclined(ORDER, CUSTOMER, null, "invalid-amount", null));
    }

    @Test
    void needsNoProviderForNothing() {
        var paid = decide(after(), free());

        assertThat(paid.events()).containsExactly(new PaymentCompleted(ORDER, CUSTOMER, PAYMENT, Money.zero("EUR")));
        assertThat(paid.commands()).isEmpty();
        assertThat(decide(paid.next(), CANCEL).events()).containsExactly(new PaymentVoided(ORDER, CUSTOMER, PAYMENT));
        assertThat(decide(paid.next(), RETURN).events())
                .containsExactly(new PaymentRefunded(
                        ORDER, CUSTOMER, PAYMENT, PAYMENT.toString(), Money.zero("EUR"), RefundCause.RETURNED));
    }

    @Test
    void remembersACancellationThatCameBeforeTheRequest() {
        var voided = decide(after(), CANCEL);

        assertThat(voided.events()).containsExactly(new PaymentVoided(ORDER, CUSTOMER, null));
        assertThat(PaymentRules.decide(voided.next(), CHARGE)).isEqualTo(new Ignored("cancelled"));
    }

    @Test
    void waitsForTheCallUnderWayBeforeItAnswersACancellation() {
        var voiding = decide(after(CHARGE, CREATED), CANCEL);

        assertThat(voiding.events()).isEmpty();
        assertThat(decide(voiding.next(), DECLINED).events())
                .containsExactly(new PaymentVoided(ORDER, CUSTOMER, PAYMENT));
    }

    @Test
    void doesNotConfirmAnIntentThatIsNoLongerWanted() {
        var tidied = decide(after(CHARGE, CANCEL), CREATED);

        assertThat(tidied.commands()).containsExactly(new Command.SettleIntent());
        assertThat(decide(tidied.next(), new Fact.IntentCancelled()).events())
                .containsExactly(new PaymentVoided(ORDER, CUSTOMER, PAYMENT));
    }

    @Test
    void cancelsAnIntentThatTurnsUpAfterPaymentHadGivenUp() {
        var late = decide(after(CHARGE, new Fact.NotCreated("provider-unavailable")), CREATED);

        assertThat(late.commands()).containsExactly(new Command.SettleIntent());
        assertThat(late.events()).isEmpty();
    }

    @Test
    void answersEachRoundOnceIfTheyComeWhileACallIsUnderWay() {
        var voided = decide(after(CHARGE, CREATED, CANCEL, CANCEL_AGAIN), DECLINED);

        assertThat(voided.events()).hasSize(2).containsOnly(new PaymentVoided(ORDER, CUSTOMER, PAYMENT));
        assertThat(PaymentRules.decide(voided.next(), CANCEL_AGAIN)).isEqualTo(new Ignored("duplicate"));
    }

    @Test
    void looksUpAnotherAmountThatAWebhookTells() {
        var doubtful = decide(after(CHARGE, CREATED), new Fact.CaptureReported(Money.of("1.00", "EUR")));

        assertThat(doubtful.events()).isEmpty();
        assertThat(doubtful.commands()).containsExactly(new Command.SettleIntent());
    }

    @Test
    void asksTheProviderWhenTheTimeIsOver() {
        var overdue = decide(after(CHARGE, CREATED), new Fact.Unresolved());

        assertThat(overdue.events()).isEmpty();
        assertThat(overdue.commands()).containsExactly(new Command.SettleIntent());
        assertThat(decide(overdue.next(), new Fact.IntentCancelled()).events())
                .containsExactly(new PaymentDeclined(ORDER, CUSTOMER, PAYMENT, "timed-out", null));
    }

    @Test
    void neverShowsTheToken() {
        assertThat(CHARGE + " " + decide(after(), CHARGE)).doesNotContain("tok_visa");
    }
}
