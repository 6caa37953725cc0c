package dev.orderflow.payment.domain;

import dev.orderflow.payment.domain.Outcome.Applied;

/**
 * Decides what a payment makes of an input. Pure and total: each input has an outcome in each state, and the money is
 * right in each of them: what was taken for an order that is not to be paid goes back.
 */
public final class PaymentRules {

    private PaymentRules() {}

    public static Outcome decide(Payment payment, Input input) {
        var outcome = switch (input) {
            case ChargeAsked asked -> Charging.asked(payment, asked);
            case UndoAsked asked -> Undoing.asked(payment, asked);
            case Fact fact -> learn(payment, fact);
        };
        return outcome instanceof Applied applied ? applied.after(payment.version()) : outcome;
    }

    private static Outcome learn(Payment payment, Fact fact) {
        return switch (fact) {
            case Fact.IntentCreated(var intentId) -> Charging.created(payment, intentId);
            case Fact.NotCreated(var code) -> Charging.notCreated(payment, code);
            case Fact.Captured(var amount) -> Capturing.captured(payment, amount);
            case Fact.CaptureReported(var amount) -> Capturing.reported(payment, amount);
            case Fact.Declined(var code, var message) -> Charging.declined(payment, code, message);
            case Fact.IntentCancelled() -> Charging.declined(payment, Charging.TIMED_OUT, null);
            case Fact.Unresolved() -> Charging.unresolved(payment);
            case Fact.Refunded(var refundTry, var refundId) -> Refunding.refunded(payment, refundTry, refundId);
            case Fact.RefundPending(var refundTry, var refundId) -> Refunding.pending(payment, refundTry, refundId);
            case Fact.RefundUnderWay(var refundId, var looks) -> Refunding.underWay(payment, refundId, looks);
            case Fact.RefundRefused(var refundTry, var reason) -> Refunding.refused(payment, refundTry, reason);
            case Fact.RefundUnresolved(var refundTry) -> Refunding.unresolved(payment, refundTry);
            case Fact.RefundSettled(var refundId) -> Refunding.settled(payment, refundId);
            case Fact.RefundBroke(var refundId, var reason) -> Refunding.broke(payment, refundId, reason);
            case Fact.ChargeRefunded(var chargeId) -> Refunding.chargeRefunded(payment, chargeId);
        };
    }
}
