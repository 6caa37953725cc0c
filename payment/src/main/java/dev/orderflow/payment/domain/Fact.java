package dev.orderflow.payment.domain;

import dev.orderflow.contracts.value.Money;

/**
 * Something that became known of the provider's side: the result of a call, a lookup or a webhook. Each may come twice,
 * late and in any order.
 */
public sealed interface Fact extends Input {

    /** For the payment's list of attempts; stable, because operators search for it. */
    String outcome();

    /** There is an intent for this payment, not confirmed yet. */
    record IntentCreated(String intentId) implements Fact {
        @Override
        public String outcome() {
            return "intent-created";
        }
    }

    /**
     * There will be no intent: the provider refused to make one, or wasn't reached in time, or it was no longer wanted.
     * An intent of which only the provider knows is never confirmed, so it can't take money.
     */
    record NotCreated(String code) implements Fact {
        @Override
        public String outcome() {
            return "not-created:" + code;
        }
    }

    /** The provider itself answered that it took this money. */
    record Captured(Money amount) implements Fact {
        @Override
        public String outcome() {
            return "captured";
        }
    }

    /** A webhook says that the provider took this money. */
    record CaptureReported(Money amount) implements Fact {
        @Override
        public String outcome() {
            return "captured";
        }
    }

    /**
     * The provider refused to take the money.
     *
     * @param message for the customer; null if there is none
     */
    record Declined(String code, String message) implements Fact {
        @Override
        public String outcome() {
            return "declined:" + code;
        }
    }

    /** The intent is cancelled at the provider and can't take money any more. */
    record IntentCancelled() implements Fact {
        @Override
        public String outcome() {
            return "intent-cancelled";
        }
    }

    /** The time to pay is over and the outcome of the confirmation is not known. */
    record Unresolved() implements Fact {
        @Override
        public String outcome() {
            return "unresolved";
        }
    }

    /**
     * Our own call paid back all that was left.
     *
     * @param refundTry which one: the answer to an older one says nothing about the newest
     */
    record Refunded(int refundTry, String refundId) implements Fact {
        @Override
        public String outcome() {
            return "refunded";
        }
    }

    /**
     * Our own call was accepted, and the provider will tell the outcome later.
     *
     * @param refundTry which one
     */
    record RefundPending(int refundTry, String refundId) implements Fact {
        @Override
        public String outcome() {
            return "refund-pending";
        }
    }

    /**
     * A lookup says that the outcome of this refund is still to come.
     *
     * @param looks how often that was seen
     */
    record RefundUnderWay(String refundId, int looks) implements Fact {
        @Override
        public String outcome() {
            return "refund-pending";
        }
    }

    /**
     * Our own call was refused.
     *
     * @param refundTry which one
     */
    record RefundRefused(int refundTry, String reason) implements Fact {
        @Override
        public String outcome() {
            return "refund-refused:" + reason;
        }
    }

    /**
     * The time to refund is over and the provider could not be asked; what became of it is not known.
     *
     * @param refundTry which one
     */
    record RefundUnresolved(int refundTry) implements Fact {
        @Override
        public String outcome() {
            return "refund-unresolved";
        }
    }

    /** A lookup or a webhook says that this refund succeeded. */
    record RefundSettled(String refundId) implements Fact {
        @Override
        public String outcome() {
            return "refunded";
        }
    }

    /** A lookup or a webhook says that this refund failed, maybe after it had succeeded. */
    record RefundBroke(String refundId, String reason) implements Fact {
        @Override
        public String outcome() {
            return "refund-failed:" + reason;
        }
    }

    /** A webhook, or a look into the provider's books, says that nothing is left of this charge, whoever paid it back. */
    record ChargeRefunded(String chargeId) implements Fact {
        @Override
        public String outcome() {
            return "refunded";
        }
    }
}
