package dev.orderflow.notification.secret;

/** Its key is not there, it is another customer's, or it was changed. The message names a key at most. */
public final class UnreadableSecret extends RuntimeException {

    UnreadableSecret(String why) {
        super(why);
    }

    UnreadableSecret(String why, Throwable cause) {
        super(why, cause);
    }
}
