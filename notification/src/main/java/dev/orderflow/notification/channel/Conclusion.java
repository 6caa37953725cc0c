package dev.orderflow.notification.channel;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.notification.domain.Status;
import java.time.Instant;
import java.util.UUID;

/**
 * What became of a mail.
 *
 * @param reason null for one that was sent
 * @param cause what it was learned by
 */
record Conclusion(MailTask mail, Status status, String reason, Instant at, Cause cause) {

    static Conclusion of(MailTask mail, Delivery answer, Instant at, Cause cause) {
        return switch (answer) {
            case Delivery.Accepted() -> new Conclusion(mail, Status.SENT, null, at, cause);
            case Delivery.Refused(int replyCode) ->
                new Conclusion(mail, Status.FAILED, "refused-" + replyCode, at, cause);
            case Delivery.Unusable() -> new Conclusion(mail, Status.FAILED, "unusable-address", at, cause);
            case Delivery.Unreachable() -> new Conclusion(mail, Status.NO_ADDRESS, "no-address", at, cause);
            case Delivery.Unwanted() -> new Conclusion(mail, Status.SUPPRESSED, "opted-out", at, cause);
        };
    }

    UUID notificationId() {
        return mail.notificationId();
    }

    UUID orderId() {
        return mail.orderId();
    }

    /** Null for one that was not sent. */
    Instant sentAt() {
        return status == Status.SENT ? at : null;
    }
}
