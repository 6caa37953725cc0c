package dev.orderflow.messaging.relay;

/**
 * Another replica publishes now, or may do so soon. What this one has still sent is a duplicate then; its cursor update is
 * refused.
 */
final class LeaseLostException extends RuntimeException {

    LeaseLostException(Lease lease) {
        super("the relay's lease of epoch %d is over".formatted(lease.epoch()));
    }
}
