package dev.orderflow.notification.channel;

/** What became of a mail. */
sealed interface Delivery {

    /** It took the mail; whether anybody reads it is beyond us. */
    record Accepted() implements Delivery {}

    /** It will never take it (SMTP reply 5xx, RFC 5321 section 4.2.1). */
    record Refused(int replyCode) implements Delivery {}

    /** It was not asked: what the customer gave is no mail address. */
    record Unusable() implements Delivery {}

    /** It was not asked: the address was erased meanwhile. */
    record Unreachable() implements Delivery {}

    /** It was not asked: the customer wants no mail any more. */
    record Unwanted() implements Delivery {}
}
