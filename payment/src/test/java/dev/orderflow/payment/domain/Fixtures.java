package dev.orderflow.payment.domain;

import static dev.orderflow.contracts.value.RefundCause.CANCELLED;
import static dev.orderflow.contracts.value.RefundCause.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.payment.domain.Outcome.Applied;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Payments in each state, by the story that led there, and every input. */
final class Fixtures {

    static final UUID ORDER = UUID.fromString("0198f3a2-7c41-7d2e-9a10-5b8e6f0c1d23");
    static final UUID PAYMENT = UUID.fromString("0198f3a2-8b07-7f55-8c3d-2e4a9b7c6d10");
    static final String CUSTOMER = "c-20481";
    static final Money AMOUNT = Money.of("129.80", "EUR");
    static final Money OTHER_AMOUNT = Money.of("1.00", "EUR");
    static final Instant PAY_BY = Instant.parse("2026-03-02T09:25:30Z");
    static final ChargeAsked CHARGE = new ChargeAsked(PAYMENT, AMOUNT, "CARD", PAY_BY, "tok_visa");
    static final UndoAsked CANCEL = new UndoAsked(CANCELLED, 1);
    static final UndoAsked CANCEL_AGAIN = new UndoAsked(CANCELLED, 2);
    static final UndoAsked RETURN = new UndoAsked(RETURNED, 1);
    static final UndoAsked RETURN_AGAIN = new UndoAsked(RETURNED, 2);
    static final Fact CREATED = new Fact.IntentCreated("pi_1");
    static final Fact CAPTURED = new Fact.Captured(AMOUNT);
    static final Fact DECLINED = new Fact.Declined("insufficient_funds", "Your card has insufficient funds.");
    static final Fact PENDING = pending(0);
    static final Fact REFUNDED = new Fact.Refunded(0, "re_1");

    /** A cancelled order's refund that was refused four times. */
    static final Input[] LAST_TRY = {CHARGE, CREATED, CAPTURED, CANCEL, refused(0), refused(1), refused(2), refused(3)};

    private Fixtures() {}

    static Input[] then(Input[] story, Input... more) {
        return Stream.concat(Stream.of(story), Stream.of(more)).toArray(Input[]::new);
    }

    static Payment after(Input... inputs) {
        var payment = Payment.none(ORDER, CUSTOMER);
        for (var input : inputs) {
            payment = ((Applied) PaymentRules.decide(payment, input)).next();
        }
        return payment;
    }

    /** What the rules make of an input that they have to apply. */
    static Applied decide(Payment payment, Input input) {
        assertThat(PaymentRules.decide(payment, input)).isInstanceOf(Applied.class);
        return (Applied) PaymentRules.decide(payment, input);
    }

    static Map<String, Payment> states() {
        var states = new LinkedHashMap<String, Payment>();
        states.put("nothing known", after());
        states.put("creating", after(CHARGE));
        states.put("authorising", after(CHARGE, CREATED));
        states.put("captured", after(CHARGE, CREATED, CAPTURED));
        states.put("captured nothing", after(free()));
        states.put("declined unasked", after(CHARGE, new Fact.NotCreated("provider-unavailable")));
        states.put("declined", after(CHARGE, CREATED, DECLINED));
        states.put("voiding without intent", after(CHARGE, CANCEL));
        states.put("voiding", after(CHARGE, CREATED, CANCEL));
        states.put("voided unseen", after(CANCEL));
        states.put("voided", after(CHARGE, CREATED, CANCEL, DECLINED));
        states.put("refunding", after(CHARGE, CREATED, CAPTURED, CANCEL));
        states.put("refunding a return", after(CHARGE, CREATED, CAPTURED, RETURN));
        states.put("refunding, pending", after(CHARGE, CREATED, CAPTURED, CANCEL, PENDING));
        states.put("refunding unasked", after(CHARGE, CREATED, DECLINED, CAPTURED));
        states.put("refunded", after(CHARGE, CREATED, CAPTURED, CANCEL, REFUNDED));
        states.put("refunded a return", after(CHARGE, CREATED, CAPTURED, RETURN, REFUNDED));
        states.put("refunded by hand", after(CHARGE, CREATED, CAPTURED, new Fact.ChargeRefunded("ch_1")));
        states.put("refunding, last try", after(LAST_TRY));
        states.put("refunding, last pending", after(then(LAST_TRY, pending(4))));
        states.put("refund failed", after(then(LAST_TRY, pending(4), broke("re_1"))));
        states.put("refund given up", after(CHARGE, CREATED, CAPTURED, CANCEL, new Fact.RefundUnresolved(0)));
        return states;
    }

    static Map<String, Input> inputs() {
        var inputs = new LinkedHashMap<String, Input>();
        inputs.put("charge asked", CHARGE);
        inputs.put("cancel asked", CANCEL);
        inputs.put("cancel asked again", CANCEL_AGAIN);
        inputs.put("return asked", RETURN);
        inputs.put("return asked again", RETURN_AGAIN);
        inputs.put("intent created", CREATED);
        inputs.put("not created", new Fact.NotCreated("provider-unavailable"));
        inputs.put("captured", CAPTURED);
        inputs.put("captured another amount", new Fact.Captured(OTHER_AMOUNT));
        inputs.put("capture reported", new Fact.CaptureReported(AMOUNT));
        inputs.put("capture of another amount reported", new Fact.CaptureReported(OTHER_AMOUNT));
        inputs.put("declined", DECLINED);
        inputs.put("intent cancelled", new Fact.IntentCancelled());
        inputs.put("unresolved", new Fact.Unresolved());
        inputs.put("refunded re_1", REFUNDED);
        inputs.put("last try refunded re_1", new Fact.Refunded(4, "re_1"));
        inputs.put("refund pending re_1", PENDING);
        inputs.put("refund pending re_2", new Fact.RefundPending(0, "re_2"));
        inputs.put("last refund pending re_1", pending(4));
        inputs.put("refund under way re_1", new Fact.RefundUnderWay("re_1", 1));
        inputs.put("refund under way re_2", new Fact.RefundUnderWay("re_2", 1));
        inputs.put("refund refused", refused(0));
        inputs.put("last refund refused", refused(4));
        inputs.put("refund unresolved", new Fact.RefundUnresolved(0));
        inputs.put("last refund unresolved", new Fact.RefundUnresolved(4));
        inputs.put("refund settled re_1", new Fact.RefundSettled("re_1"));
        inputs.put("refund settled re_2", new Fact.RefundSettled("re_2"));
        inputs.put("refund broke re_1", broke("re_1"));
        inputs.put("refund broke re_2", broke("re_2"));
        inputs.put("charge refunded", new Fact.ChargeRefunded("ch_1"));
        return inputs;
    }

    static ChargeAsked free() {
        return new ChargeAsked(PAYMENT, Money.zero("EUR"), "CARD", PAY_BY, null);
    }

    static Fact pending(int refundTry) {
        return new Fact.RefundPending(refundTry, "re_1");
    }

    static Fact refused(int refundTry) {
        return new Fact.RefundRefused(refundTry, "charge_disputed");
    }

    static Fact broke(String refundId) {
        return new Fact.RefundBroke(refundId, "lost_or_stolen_card");
    }
}
