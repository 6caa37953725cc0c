package dev.orderflow.bench.data;

import static dev.orderflow.bench.data.Step.*;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orderflow.bench.data.Past.Happened;
import dev.orderflow.contracts.value.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where an order stands after what has happened to it: the columns of its row that order would have come to.
 *
 * @param cancellation as JSON, like payment and shipment; null if there is none
 */
record Standing(
        String status,
        Instant since,
        List<Due> due,
        boolean stuck,
        String cancellation,
        String payment,
        String shipment) {

    private record Cancellation(String reason, String requestedBy, boolean refused) {}

    private record Payment(UUID id, String status) {}

    private record Shipment(
            UUID id,
            String carrier,
            @JsonProperty("trackingNumber") String tracking,
            String status) {}

    static Standing of(Purchase purchase) {
        var entered = entered(purchase.past());
        return new Standing(
                status(entered.step()),
                entered.at(),
                due(purchase),
                purchase.has(STUCK),
                cancellation(purchase),
                payment(purchase),
                shipment(purchase));
    }

    boolean isWaiting() {
        return !stuck && !List.of("CANCELLED", "DELIVERED", "RETURNED").contains(status);
    }

    /** The last step that led to another status. */
    private static Happened entered(Past past) {
        return past.steps().reversed().stream()
                .filter(each -> status(each.step()) != null)
                .findFirst()
                .orElseThrow();
    }

    private static String status(Step step) {
        return switch (step) {
            case PLACED -> "PENDING";
            case PAYMENT_REQUESTED -> "RESERVED";
            case CONFIRMED -> "CONFIRMED";
            case RECALL_REQUESTED -> "RECALLING";
            case CANCELLED_AT_ONCE, CANCELLED_UNPAID, CANCELLED_PAID -> "CANCELLING";
            case CLOSED -> "CANCELLED";
            case SHIPPED -> "SHIPPED";
            case DELIVERED -> "DELIVERED";
            case RETURN_ACCEPTED -> "RETURNING";
            case RETURNED -> "REFUNDING";
            case RETURN_CLOSED -> "RETURNED";
            case TRACKED,
                    PAYMENT_DECLINED,
                    SHIPMENT_REJECTED,
                    SHIPMENT_CANCELLED,
                    STOCK_RELEASED,
                    STOCK_RESTOCKED,
                    PAYMENT_REFUNDED,
                    STUCK -> null;
        };
    }

    private static List<Due> due(Purchase purchase) {
        var due = new ArrayList<Due>();
        boolean paid = purchase.has(CANCELLED_PAID) || purchase.has(RETURNED);
        if ((paid || purchase.has(CANCELLED_UNPAID))
                && !purchase.has(STOCK_RELEASED)
                && !purchase.has(STOCK_RESTOCKED)) {
            due.add(Due.STOCK);
        }
        if (paid && !purchase.has(PAYMENT_REFUNDED)) {
            due.add(Due.PAYMENT);
        }
        return due;
    }

    private static String cancellation(Purchase purchase) {
        var reason = purchase.has(RECALL_REQUESTED)
                        || purchase.has(CANCELLED_AT_ONCE)
                        || purchase.has(CANCELLED_UNPAID)
                        || purchase.has(CANCELLED_PAID)
                ? purchase.cancelReason()
                : null;
        return reason == null ? null : Texts.json(new Cancellation(reason, purchase.cancelledBy(), false));
    }

    private static String payment(Purchase purchase) {
        if (!purchase.has(CONFIRMED) && !purchase.has(PAYMENT_DECLINED)) {
            return null;
        }
        var status =
                purchase.has(PAYMENT_DECLINED) ? "DECLINED" : purchase.has(PAYMENT_REFUNDED) ? "REFUNDED" : "COMPLETED";
        return Texts.json(new Payment(purchase.names().payment(), status));
    }

    private static String shipment(Purchase purchase) {
        var names = purchase.names();
        if (purchase.has(SHIPMENT_REJECTED)) {
            return Texts.json(new Shipment(names.shipment(), null, null, "REJECTED"));
        }
        return purchase.has(TRACKED)
                ? Texts.json(new Shipment(names.shipment(), OrderEvents.CARRIER, names.tracking(), parcel(purchase)))
                : null;
    }

    private static String parcel(Purchase purchase) {
        if (purchase.has(RETURNED)) {
            return "RETURNED";
        }
        if (purchase.has(DELIVERED)) {
            return "DELIVERED";
        }
        if (purchase.has(SHIPMENT_CANCELLED)) {
            return "CANCELLED";
        }
        return purchase.has(SHIPPED) ? "DISPATCHED" : "SCHEDULED";
    }
}
