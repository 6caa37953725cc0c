package dev.orderflow.payment.domain;

import static dev.orderflow.payment.domain.Outcome.Ignored.CANCELLED;
import static dev.orderflow.payment.domain.Outcome.Ignored.DUPLICATE;
import static dev.orderflow.payment.domain.Outcome.Ignored.IMPOSSIBLE;
import static dev.orderflow.payment.domain.Outcome.Ignored.LATE;

import dev.orderflow.payment.domain.Outcome.Applied;
import java.util.Optional;

/** From the request for payment to the provider's yes or no. */
final class Charging {

    /** The time to pay was over, and the provider has cancelled the intent. */
    static final String TIMED_OUT = "timed-out";

    private static final String CARD = "CARD";

    private Charging() {}

    static Outcome asked(Payment payment, ChargeAsked asked) {
        if (payment.status() != PaymentStatus.NONE) {
            return payment.id() == null ? CANCELLED : DUPLICATE;
        }
        var requested = payment.requested(asked);
        return refusal(asked)
                .<Outcome>map(code -> Applied.to(requested.become(PaymentStatus.DECLINED))
                        .saying(Answers.declined(requested, null, code, null)))
                .orElseGet(() -> begin(requested, asked));
    }

    /** Nothing to pay needs no provider. */
    private static Outcome begin(Payment requested, ChargeAsked asked) {
        return asked.amount().isZero()
                ? Applied.to(requested.become(PaymentStatus.CAPTURED)).saying(Answers.completed(requested))
                : Applied.to(requested.become(PaymentStatus.CREATING)).doing(new Command.CreateIntent(asked.token()));
    }

    private static Optional<String> refusal(ChargeAsked asked) {
        if (asked.amount().amount().signum() < 0) {
            return Optional.of("invalid-amount");
        }
        if (!CARD.equals(asked.method())) {
            return Optional.of("unsupported-method");
        }
        boolean tokenMissing = !asked.amount().isZero()
                && (asked.token() == null || asked.token().isBlank());
        return tokenMissing ? Optional.of("payment-token-missing") : Optional.empty();
    }

    /**
     * Only a payment that is still wanted confirms. Any other cancels what was created, so that nothing is left at the
     * provider that could be confirmed.
     */
    static Outcome created(Payment payment, String intentId) {
        if (payment.id() == null) {
            return IMPOSSIBLE;
        }
        if (payment.refs().intentId() != null) {
            return DUPLICATE;
        }
        var known = payment.with(payment.refs().intent(intentId));
        return switch (payment.status()) {
            case CREATING -> Applied.to(known.become(PaymentStatus.AUTHORISING)).doing(new Command.ConfirmIntent());
            case VOIDING, VOIDED, DECLINED -> Applied.to(known).doing(new Command.SettleIntent());
            case NONE, AUTHORISING, CAPTURED, REFUNDING, REFUNDED, REFUND_FAILED -> IMPOSSIBLE;
        };
    }

    static Outcome notCreated(Payment payment, String code) {
        return payment.refs().intentId() == null ? declined(payment, code, null) : LATE;
    }

    static Outcome declined(Payment payment, String code, String message) {
        return switch (payment.status()) {
            case CREATING, AUTHORISING ->
                Applied.to(payment.become(PaymentStatus.DECLINED))
                        .saying(Answers.declined(payment, payment.id(), code, message));
            case VOIDING -> Answers.voided(payment.become(PaymentStatus.VOIDED));
            case DECLINED, VOIDED -> payment.id() == null ? IMPOSSIBLE : DUPLICATE;
            case CAPTURED, REFUNDING, REFUNDED, REFUND_FAILED -> LATE;
            case NONE -> IMPOSSIBLE;
        };
    }

    /** Never guessed: the provider is asked, and told to cancel what is still open. */
    static Outcome unresolved(Payment payment) {
        return switch (payment.status()) {
            case AUTHORISING, VOIDING -> Applied.to(payment).doing(new Command.SettleIntent());
            case CAPTURED, DECLINED, VOIDED, REFUNDING, REFUNDED, REFUND_FAILED ->
                payment.id() == null ? IMPOSSIBLE : LATE;
            case NONE, CREATING -> IMPOSSIBLE;
        };
    }
}
