package dev.orderflow.notification.channel;

/** What the mail server said. */
sealed interface Delivery {

    /** It took the mail; whether anybody reads it is beyond us. */
    record Accepted() implements Delivery {}

    /** It will never take it (SMTP reply 5xx, RFC 5321 section 4.2.1). */
    record Refused(int replyCode) implements Delivery {}
}
