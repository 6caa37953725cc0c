package dev.orderflow.inventory.messaging;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.inventory.domain.Outcome.Applied;
import dev.orderflow.inventory.domain.Outcome.Ignored;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.ReservationDecider;
import dev.orderflow.inventory.domain.Shelf;
import dev.orderflow.inventory.domain.Shelves;
import dev.orderflow.inventory.domain.Stock;
import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.messaging.journal.NewEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The locked rows of one batch and what has become of them so far. */
final class ReservationBatch implements Shelves {

    private final Map<UUID, Reservation> reservations;
    private final Map<String, Shelf> shelves;
    private final Map<UUID, Reservation> changedReservations = new HashMap<>();
    private final Map<String, Stock> changedStocks = new HashMap<>();
    private final Set<String> settled = new HashSet<>();

    ReservationBatch(Map<UUID, Reservation> reservations, Map<String, Shelf> shelves) {
        this.reservations = new HashMap<>(reservations);
        this.shelves = new HashMap<>(shelves);
    }

    @Override
    public Optional<Shelf> find(String sku) {
        return Optional.ofNullable(shelves.get(sku));
    }

    Decision decide(OrderEvent event) {
        holdOf(event).ifPresent(settled::add);
        return switch (ReservationDecider.decide(reservations.get(event.orderId()), event, this)) {
            case Applied applied -> apply(applied);
            case Ignored ignored -> Decision.ignored(ignored.reason().label());
        };
    }

    /** Whatever is decided about the order, from now on its demand is in the levels. */
    private static Optional<String> holdOf(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> Optional.ofNullable(placed.hold());
            case OrderCancelled cancelled -> Optional.ofNullable(cancelled.hold());
            default -> Optional.empty();
        };
    }

    private Decision apply(Applied applied) {
        var next = applied.next();
        reservations.put(next.orderId(), next);
        changedReservations.put(next.orderId(), next);
        applied.stocks().forEach(this::put);
        return Decision.applied(new NewEvent(applied.event().key(), next.version(), applied.event()));
    }

    private void put(Stock stock) {
        shelves.computeIfPresent(stock.sku(), (sku, shelf) -> shelf.with(stock));
        changedStocks.put(stock.sku(), stock);
    }

    Collection<Reservation> changedReservations() {
        return changedReservations.values();
    }

    /** The holds whose orders have been decided. */
    Collection<String> settled() {
        return settled;
    }

    /** All that it has locked, changed or not. */
    Collection<Stock> stocks() {
        return shelves.values().stream().map(Shelf::stock).toList();
    }

    Collection<Stock> changedStocks() {
        return changedStocks.values();
    }
}
