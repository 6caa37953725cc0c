package dev.orderflow.payment.domain;

/** What the provider is to be asked, after the commit. */
public sealed interface Command {

    /** Create the intent, unconfirmed. */
    record CreateIntent(String token) implements Command {

        /** Without the token, so that it never reaches a log by accident. */
        @Override
        public String toString() {
            return "CreateIntent[]";
        }
    }

    /** Confirm it: this takes the money. */
    record ConfirmIntent() implements Command {}

    /** Look what became of the intent, and cancel it if that is still open. */
    record SettleIntent() implements Command {}

    /** Pay back all that is left. */
    record RefundAll() implements Command {}

    /** The same after a pause, since the last try was refused. */
    record RefundAgain() implements Command {}

    /**
     * Ask, a little later, what became of a refund.
     *
     * @param looks how often it was still under way: the pause grows with them
     */
    record WatchRefund(int looks) implements Command {}
}
