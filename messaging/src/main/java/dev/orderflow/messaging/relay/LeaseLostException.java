package dev.orderflow.messaging.relay;

/** Another replica publishes now. What this one has still sent is a duplicate; its cursor update was refused. */
final class LeaseLostException extends RuntimeException {

    LeaseLostException(Lease lease) {
        super("the relay's lease of epoch %d was taken over".formatted(lease.epoch()));
    }
}
