package dev.orderflow.notification.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is being told about one order. Messages go out one after the other, so that a customer reads them in the order
 * in which things happened.
 *
 * @param email null until it is known, and where the customer has none
 * @param waiting notifications that are not sent yet; the first of them is on its way
 */
public record Correspondence(UUID orderId, String customerId, String email, List<UUID> waiting, long version) {

    public Correspondence {
        waiting = List.copyOf(waiting);
    }

    /** @return the same, knowing where the customer is reached */
    public Correspondence reachedAt(String address) {
        return new Correspondence(orderId, customerId, address, waiting, version);
    }

    /**
     * Takes up one more message.
     *
     * @param eventId the event that it is about
     */
    public Told tell(UUID eventId, Message message, Instant now) {
        var notification = new Notification(
                Notification.idOf(eventId, Notification.EMAIL),
                orderId,
                customerId,
                Notification.EMAIL,
                message,
                Status.PENDING,
                now,
                null);
        return email == null ? unreachable(notification) : queued(notification);
    }

    private Told unreachable(Notification notification) {
        return new Told(step(waiting), notification.withStatus(Status.NO_ADDRESS), false);
    }

    private Told queued(Notification notification) {
        var longer = new ArrayList<>(waiting);
        longer.add(notification.id());
        var next = new Correspondence(orderId, customerId, email, longer, version);
        return new Told(next, notification, waiting.isEmpty());
    }

    /** A message was sent or has failed. Without effect if it isn't waiting: then that was recorded before. */
    public Optional<Correspondence> done(UUID notification) {
        if (!waiting.contains(notification)) {
            return Optional.empty();
        }
        return Optional.of(
                step(waiting.stream().filter(id -> !id.equals(notification)).toList()));
    }

    private Correspondence step(List<UUID> left) {
        return new Correspondence(orderId, customerId, email, left, version + 1);
    }

    /** The message that is to go out now. */
    public Optional<UUID> next() {
        return waiting.stream().findFirst();
    }
}
