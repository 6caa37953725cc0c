package dev.orderflow.inventory.domain;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.contracts.order.OrderReturned;
import dev.orderflow.contracts.value.SkuQuantity;
import java.util.List;
import java.util.UUID;

/**
 * What inventory remembers of one order.
 *
 * @param orderId the order
 * @param customerId whose order it is
 * @param status where its stock is
 * @param lines what was reserved, one entry per sku; kept when it is released, consumed or restocked, because a
 *     repeated request is answered by it
 * @param cancelRound the last round of OrderCancelled that was answered; 0 for none
 * @param returnRound the last round of OrderReturned that was answered; 0 for none
 * @param version 0 for an order that inventory has not seen; each one was made by exactly one event of the journal
 */
public record Reservation(
        UUID orderId,
        String customerId,
        ReservationStatus status,
        List<SkuQuantity> lines,
        int cancelRound,
        int returnRound,
        long version) {

    public Reservation {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(status, "status is required");
        lines = List.copyOf(lines);
    }

    /** An order that inventory has not seen. */
    public static Reservation unseen(UUID orderId, String customerId) {
        return new Reservation(orderId, customerId, ReservationStatus.NEW, List.of(), 0, 0, 0);
    }

    /** The products whose stock the event may change or be decided by: those to lock beforehand. */
    public List<String> skusFor(OrderEvent event) {
        if (status == ReservationStatus.NEW && event instanceof OrderPlaced placed) {
            return Demand.of(placed.lines()).lines().stream()
                    .map(SkuQuantity::sku)
                    .toList();
        }
        boolean moves = status == ReservationStatus.RESERVED
                || status == ReservationStatus.CONSUMED && event instanceof OrderReturned;
        return moves ? lines.stream().map(SkuQuantity::sku).toList() : List.of();
    }

    Reservation became(ReservationStatus next) {
        return new Reservation(orderId, customerId, next, lines, cancelRound, returnRound, version + 1);
    }

    Reservation reserved(List<SkuQuantity> taken) {
        return new Reservation(
                orderId, customerId, ReservationStatus.RESERVED, taken, cancelRound, returnRound, version + 1);
    }

    Reservation answeredCancel(ReservationStatus next, int round) {
        return new Reservation(orderId, customerId, next, lines, round, returnRound, version + 1);
    }

    Reservation answeredReturn(ReservationStatus next, int round) {
        return new Reservation(orderId, customerId, next, lines, cancelRound, round, version + 1);
    }
}
