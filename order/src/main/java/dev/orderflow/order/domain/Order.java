package dev.orderflow.order.domain;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.contracts.value.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * An order, which is its own saga. Immutable: {@link #evolve} is the only way to another version, and each version is
 * exactly one event, so that folding the journal gives the order as it was (but for payment means and deadline, which
 * are in no event).
 *
 * @param means null when the order was folded from the journal
 * @param cancellation null unless somebody wanted it cancelled
 * @param payment null until payment has answered
 * @param shipment null until shipping has answered
 * @param version 1 when placed
 */
public record Order(
        UUID id,
        Terms terms,
        Recipient recipient,
        PaymentMeans means,
        Progress progress,
        Cancellation cancellation,
        Payment payment,
        Shipment shipment,
        long version,
        Instant updatedAt) {

    public Order {
        requireNonNull(id, "id is required");
        requireNonNull(terms, "terms is required");
        requireNonNull(recipient, "recipient is required");
        requireNonNull(progress, "progress is required");
        requireNonNull(updatedAt, "updatedAt is required");
    }

    /** The first version, still without means and deadline. */
    public static Order placed(OrderPlaced event) {
        var terms = new Terms(
                event.customerId(),
                event.reference(),
                event.lines(),
                event.subtotal(),
                event.shippingFee(),
                event.total(),
                event.hold(),
                event.placedAt());
        var recipient = new Recipient(event.shippingAddress(), event.contact());
        var progress = Progress.begun(event.placedAt());
        return new Order(event.orderId(), terms, recipient, null, progress, null, null, null, 1, event.placedAt());
    }

    /**
     * The order after one more event. Pure, and total over every event of an order but {@link OrderPlaced}.
     *
     * @param at when the event was decided
     * @throws IllegalArgumentException for an event that can't follow
     */
    public Order evolve(OrderScoped event, Instant at) {
        var next = switch (event) {
            case OrderEvent published -> Evolution.of(this, published, at);
            case InternalEvent internal -> Evolution.of(this, internal, at);
            default -> throw new IllegalArgumentException(event.getClass() + " is no event of an order");
        };
        return next.stamped(version + 1, at);
    }

    public OrderStatus status() {
        return progress.status();
    }

    public String customerId() {
        return terms.customerId();
    }

    public Money total() {
        return terms.total();
    }

    public Instant createdAt() {
        return terms.placedAt();
    }

    /** Whether it has waited longer than it may. */
    public boolean isOverdue(Instant now) {
        return progress.deadline() != null && !progress.deadline().isAfter(now);
    }

    public Order with(PaymentMeans paymentMeans) {
        return new Order(
                id, terms, recipient, paymentMeans, progress, cancellation, payment, shipment, version, updatedAt);
    }

    public Order until(Instant deadline) {
        return with(progress.until(deadline));
    }

    Order with(Progress next) {
        return new Order(id, terms, recipient, means, next, cancellation, payment, shipment, version, updatedAt);
    }

    Order with(Recipient next) {
        return new Order(id, terms, next, means, progress, cancellation, payment, shipment, version, updatedAt);
    }

    Order with(Cancellation next) {
        return new Order(id, terms, recipient, means, progress, next, payment, shipment, version, updatedAt);
    }

    Order with(Payment next) {
        return new Order(id, terms, recipient, means, progress, cancellation, next, shipment, version, updatedAt);
    }

    Order with(Shipment next) {
        return new Order(id, terms, recipient, means, progress, cancellation, payment, next, version, updatedAt);
    }

    Order enter(OrderStatus status, Instant at) {
        return with(progress.enter(status, at));
    }

    private Order stamped(long nextVersion, Instant at) {
        return new Order(id, terms, recipient, means, progress, cancellation, payment, shipment, nextVersion, at);
    }
}
