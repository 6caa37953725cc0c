package dev.orderflow.payment.domain;

import static dev.orderflow.contracts.value.RefundCause.CANCELLED;
import static dev.orderflow.contracts.value.RefundCause.RETURNED;

import dev.orderflow.contracts.value.RefundCause;

/**
 * What was asked for in order to undo a payment. A request is known by its cause and round; each is answered once.
 *
 * @param cause of the newest request; null if there was none
 * @param cancelRound the newest round of OrderCancelled, 0 for none
 * @param returnRound the newest round of OrderReturned, 0 for none
 * @param owed how many of them are not answered yet
 */
public record Requests(RefundCause cause, int cancelRound, int returnRound, int owed) {

    static final Requests NONE = new Requests(null, 0, 0, 0);

    boolean has(RefundCause asked, int round) {
        return round <= (asked == CANCELLED ? cancelRound : returnRound);
    }

    /** What was being cancelled may turn out to be delivered, and come back; what came back is not cancelled any more. */
    boolean contradicts(RefundCause asked) {
        return cause == RETURNED && asked == CANCELLED;
    }

    Requests asked(RefundCause asked, int round) {
        return asked == CANCELLED
                ? new Requests(asked, round, returnRound, owed + 1)
                : new Requests(asked, cancelRound, round, owed + 1);
    }

    /** What nobody asked for is given back because the order is not paid for: such an order is cancelled. */
    RefundCause causeOrCancelled() {
        return cause == null ? CANCELLED : cause;
    }

    /** What was told may have been wrong: another answer is owed. */
    Requests toldAnew() {
        return new Requests(cause, cancelRound, returnRound, owed + 1);
    }

    Requests answered() {
        return new Requests(cause, cancelRound, returnRound, 0);
    }
}
