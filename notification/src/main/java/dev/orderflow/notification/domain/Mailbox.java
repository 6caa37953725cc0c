package dev.orderflow.notification.domain;

/**
 * Where the mail about an order goes now.
 *
 * @param address null if nowhere
 * @param wanted false for a customer who wants no mail
 */
public record Mailbox(String address, boolean wanted) {

    public static final Mailbox NONE = new Mailbox(null, true);

    @Override
    public String toString() {
        return "Mailbox[personal]";
    }
}
