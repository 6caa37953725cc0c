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
 * @param language that of who is reached there; null if the order doesn't say
 * @param erased whether the customer was erased after the order was placed: then nothing says again where they were
 * @param waiting notifications that are not sent yet; the first of them is on its way
 * @param lastTold what the customer was told last; null if nothing was, or by an older release alone
 */
public record Correspondence(
        UUID orderId,
        String customerId,
        String email,
        Language language,
        boolean erased,
        List<UUID> waiting,
        Template lastTold,
        long version) {

    public Correspondence {
        waiting = List.copyOf(waiting);
    }

    /**
     * A language is known beside an address alone, so that an erasure of addresses finds it.
     *
     * @param language null if it is not known
     * @return the same, knowing where the customer is reached, unless that is to be forgotten
     */
    public Correspondence reachedAt(String address, Language language) {
        var theirs = address == null ? null : language;
        return erased
                ? this
                : new Correspondence(orderId, customerId, address, theirs, false, waiting, lastTold, version);
    }

    /** The customer's own word first, then the order's. */
    public Language languageFor(Preferences preferences) {
        return preferences.language().or(() -> Optional.ofNullable(language)).orElse(Language.EN);
    }

    /**
     * Whether the customer doesn't know it yet. An order that was opened again ends a second time: a refund that broke is
     * mended, or a return has come to nothing, which leaves the order delivered as it was.
     */
    public boolean isNews(Message message) {
        return switch (message.template()) {
            case RETURN_CLOSED -> lastTold != Template.RETURN_CLOSED;
            case ORDER_DELIVERED -> lastTold != Template.ORDER_DELIVERED && lastTold != Template.RETURN_ACCEPTED;
            case ORDER_PLACED, ORDER_CONFIRMED, ORDER_SHIPPED, ORDER_CANCELLED, RETURN_ACCEPTED -> true;
        };
    }

    /**
     * Takes up one more message.
     *
     * @param eventId the event that it is about
     * @param preferences the customer's
     */
    public Told tell(UUID eventId, Message message, Preferences preferences, Instant now) {
        var notification = new Notification(
                Notification.idOf(eventId, Channel.EMAIL),
                orderId,
                customerId,
                Channel.EMAIL,
                message,
                Status.PENDING,
                now,
                null);
        if (!preferences.wants(Channel.EMAIL)) {
            return unsent(notification, Status.SUPPRESSED);
        }
        return email == null && preferences.email() == null
                ? unsent(notification, Status.NO_ADDRESS)
                : queued(notification);
    }

    private Told unsent(Notification notification, Status why) {
        var next = with(waiting, notification.message().template(), version + 1);
        return new Told(next, notification.withStatus(why), false);
    }

    private Told queued(Notification notification) {
        var longer = new ArrayList<>(waiting);
        longer.add(notification.id());
        var next = with(longer, notification.message().template(), version);
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

    /** Something about it was published that is no matter of turns. */
    public Correspondence stepped() {
        return step(waiting);
    }

    private Correspondence step(List<UUID> left) {
        return with(left, lastTold, version + 1);
    }

    private Correspondence with(List<UUID> left, Template told, long nextVersion) {
        return new Correspondence(orderId, customerId, email, language, erased, left, told, nextVersion);
    }

    /** The message that is to go out now. */
    public Optional<UUID> next() {
        return waiting.stream().findFirst();
    }
}
