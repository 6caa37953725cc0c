package dev.orderflow.payment.domain;

import static dev.orderflow.payment.domain.Outcome.Ignored.DUPLICATE;
import static dev.orderflow.payment.domain.Outcome.Ignored.FOREIGN;
import static dev.orderflow.payment.domain.Outcome.Ignored.IMPOSSIBLE;
import static dev.orderflow.payment.domain.Outcome.Ignored.IN_FLIGHT;
import static dev.orderflow.payment.domain.Outcome.Ignored.LATE;
import static dev.orderflow.payment.domain.ProviderRefs.TRIES_PER_REQUEST;

import dev.orderflow.payment.domain.Outcome.Applied;
import java.util.Optional;

/** What becomes of the money on its way back. */
final class Refunding {

    private static final String UNAVAILABLE = "provider-unavailable";

    private Refunding() {}

    /** Looked at again, since the answer may be older than a failure that was told when the refund had no name yet. */
    static Outcome refunded(Payment payment, int refundTry, String refundId) {
        if (!payment.refs().isTry(refundTry)) {
            return ofAnOlderTry(payment);
        }
        var told = paidBackAs(payment, refundId);
        return told instanceof Applied applied ? applied.doing(new Command.WatchRefund(0)) : told;
    }

    /**
     * Not believed: it came to nothing before the newest try began. That one's own answer is still to come; if it has been
     * given up, only the provider knows.
     */
    private static Outcome ofAnOlderTry(Payment payment) {
        return switch (payment.status()) {
            case REFUNDING, REFUNDED -> LATE;
            case REFUND_FAILED -> lookUp(payment);
            case NONE, CREATING, AUTHORISING, CAPTURED, DECLINED, VOIDING, VOIDED -> IMPOSSIBLE;
        };
    }

    private static Outcome paidBackAs(Payment payment, String refundId) {
        var paidBack = paidBack(payment, refundId);
        return switch (payment.status()) {
            case REFUNDING -> Answers.refunded(paidBack);
            case REFUND_FAILED -> Answers.refundedAfterAll(paidBack);
            case REFUNDED -> DUPLICATE;
            case NONE, CREATING, AUTHORISING, CAPTURED, DECLINED, VOIDING, VOIDED -> IMPOSSIBLE;
        };
    }

    /** One that was given up before it had a name is watched as well: it may still arrive. */
    static Outcome pending(Payment payment, int refundTry, String refundId) {
        if (!payment.refs().isTry(refundTry)) {
            return ofAnOlderTry(payment);
        }
        var known = Optional.ofNullable(payment.refs().refundId()).orElse(refundId);
        return underWay(payment.with(payment.refs().refund(known)), refundId, 0);
    }

    static Outcome underWay(Payment payment, String refundId, int looks) {
        if (!payment.refs().isRefund(refundId)) {
            return FOREIGN;
        }
        return switch (payment.status()) {
            case REFUNDING, REFUND_FAILED -> Applied.to(payment).doing(new Command.WatchRefund(looks));
            case REFUNDED -> LATE;
            case NONE, CREATING, AUTHORISING, CAPTURED, DECLINED, VOIDING, VOIDED -> IMPOSSIBLE;
        };
    }

    /** Each try is refused once, however often that is told. */
    static Outcome refused(Payment payment, int refundTry, String reason) {
        return isOvertaken(payment, refundTry) ? LATE : tryFailed(payment, reason, TRIES_PER_REQUEST);
    }

    private static boolean isOvertaken(Payment payment, int refundTry) {
        return payment.status() == PaymentStatus.REFUNDING && !payment.refs().isTry(refundTry);
    }

    /** A dispute ends, an account is filled up: what is refused now may be taken a little later, with another key. */
    private static Outcome tryFailed(Payment payment, String reason, int tries) {
        var counted = payment.refs().refundFailed();
        boolean again = payment.status() == PaymentStatus.REFUNDING && counted.failedTries() < tries;
        return again
                ? Applied.to(payment.with(counted)).doing(new Command.RefundAgain())
                : failed(payment, counted, reason);
    }

    /** The next try has the same idempotency key: if this one did reach the provider, it is found again. */
    static Outcome unresolved(Payment payment, int refundTry) {
        return isOvertaken(payment, refundTry) ? LATE : failed(payment, payment.refs(), UNAVAILABLE);
    }

    private static Outcome failed(Payment payment, ProviderRefs refs, String reason) {
        return switch (payment.status()) {
            case REFUNDING -> Answers.refundFailed(payment.with(refs).become(PaymentStatus.REFUND_FAILED), reason);
            case REFUNDED, REFUND_FAILED -> LATE;
            case NONE, CREATING, AUTHORISING, CAPTURED, DECLINED, VOIDING, VOIDED -> IMPOSSIBLE;
        };
    }

    /** A refund of which our own call has not told yet is left to that call. */
    static Outcome settled(Payment payment, String refundId) {
        return payment.refs().isRefund(refundId) ? paidBackAs(payment, refundId) : FOREIGN;
    }

    /** A bank may send money back that had arrived; an older refund's failure says nothing about a newer one. */
    static Outcome broke(Payment payment, String refundId, String reason) {
        if (!payment.refs().isRefund(refundId)) {
            return FOREIGN;
        }
        return switch (payment.status()) {
            // What had arrived may arrive again: one more at least, and only one, since that may go on for ever.
            case REFUNDED -> tryFailed(unpaid(payment), reason, TRIES_PER_REQUEST + 1);
            // Given up before its outcome was known: the next request needs another key.
            case REFUND_FAILED -> Applied.to(payment.with(payment.refs().refundFailed()));
            case REFUNDING -> tryFailed(payment, reason, TRIES_PER_REQUEST);
            case NONE, CREATING, AUTHORISING, CAPTURED, DECLINED, VOIDING, VOIDED -> IMPOSSIBLE;
        };
    }

    private static Payment unpaid(Payment payment) {
        return payment.with(payment.funds().payingBackNothing()).become(PaymentStatus.REFUNDING);
    }

    /** Somebody may have paid it back by hand, at the provider. */
    static Outcome chargeRefunded(Payment payment, String chargeId) {
        var refundId = Optional.ofNullable(payment.refs().refundId()).orElse(chargeId);
        return switch (payment.status()) {
            case CAPTURED -> payment.hasTakenNothing() ? IMPOSSIBLE : Applied.to(paidBack(payment, refundId));
            case REFUND_FAILED -> lookUp(payment);
            case REFUNDING -> IN_FLIGHT;
            case REFUNDED -> DUPLICATE;
            case NONE, CREATING, AUTHORISING, DECLINED, VOIDING, VOIDED -> IMPOSSIBLE;
        };
    }

    /** It may tell of a refund that broke since. Asked to pay back what is left, the provider says if nothing is. */
    private static Outcome lookUp(Payment payment) {
        return begin(payment.toldAnew());
    }

    /** Each request has all its tries, whatever became of those for the one before. */
    static Applied begin(Payment payment) {
        return Applied.to(payment.with(payment.refs().triedAnew()).become(PaymentStatus.REFUNDING))
                .doing(new Command.RefundAll());
    }

    private static Payment paidBack(Payment payment, String refundId) {
        return payment.hasTakenNothing()
                ? payment
                : payment.with(payment.refs().refund(refundId))
                        .with(payment.funds().payingBackAll())
                        .become(PaymentStatus.REFUNDED);
    }
}
