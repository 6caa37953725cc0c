package dev.orderflow.bench.data;

import static dev.orderflow.bench.data.Step.*;

import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.contracts.shipping.ReturnReceived;
import dev.orderflow.contracts.shipping.ShipmentCancelled;
import dev.orderflow.contracts.shipping.ShipmentDelivered;
import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentRejected;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Contact;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.postgresql.copy.CopyManager;

/** Shipping's rows: one for each parcel, out and back. */
final class ShippingTables implements Tables {

    private static final Duration UNTIL_HANDED_OVER = Duration.ofHours(20);

    private final DataPlan plan;
    private final Rows shipments = new Rows(
            "shipment",
            "order_id, customer_id, status, version, recall_round, return_round, label_id, carrier_id, carrier,"
                    + " tracking_number, scheduled_at, dispatched_at, delivered_at, return_label_id,"
                    + " return_carrier_id, return_carrier, return_tracking_number, return_booked_at,"
                    + " return_dispatched_at, return_received_at, destination, updated_at");
    private final JournalRows journal = new JournalRows();

    private record Destination(Address address, Contact contact) {}

    ShippingTables(DataPlan plan) {
        this.plan = plan;
    }

    @Override
    public void add(Purchase purchase) {
        if (purchase.has(CONFIRMED)) {
            addShipment(purchase);
            announce(purchase, new ServiceEvents(plan, purchase, journal));
        }
    }

    private void addShipment(Purchase purchase) {
        boolean tracked = purchase.has(TRACKED);
        var names = purchase.names();
        shipments
                .add(purchase.id())
                .add(purchase.customer().id())
                .add(status(purchase))
                .add(version(purchase))
                .add(purchase.has(RECALL_REQUESTED) ? 1 : 0)
                .add(purchase.has(RETURN_ACCEPTED) ? 1 : 0)
                .add(names.shipment())
                .add(tracked ? "shp_" + names.shipment() : null)
                .add(tracked ? OrderEvents.CARRIER : null)
                .add(tracked ? names.tracking() : null)
                .add(purchase.at(TRACKED))
                .add(purchase.at(SHIPPED))
                .add(purchase.at(DELIVERED));
        addWayBack(purchase);
    }

    private void addWayBack(Purchase purchase) {
        boolean back = purchase.has(RETURN_ACCEPTED);
        var names = purchase.names();
        var destination = new Destination(
                purchase.customer().address(), purchase.customer().contact());
        shipments
                .add(back ? names.returned() : null)
                .add(back ? "shp_" + names.returned() : null)
                .add(back ? OrderEvents.CARRIER : null)
                .add(back ? names.tracking() + "R" : null)
                .add(purchase.at(RETURN_ACCEPTED))
                .add(purchase.has(RETURNED) ? purchase.at(RETURNED).minus(UNTIL_HANDED_OVER) : null)
                .add(purchase.at(RETURNED))
                .add(status(purchase).equals("BOOKING") ? Texts.json(destination) : null)
                .add(purchase.past().last().at())
                .end();
    }

    private static String status(Purchase purchase) {
        if (purchase.has(RETURN_ACCEPTED)) {
            return purchase.has(RETURNED) ? "RETURN_RECEIVED" : "RETURN_IN_TRANSIT";
        }
        if (purchase.has(SHIPPED)) {
            return purchase.has(DELIVERED) ? "DELIVERED" : "DISPATCHED";
        }
        if (purchase.has(RECALL_REQUESTED)) {
            return purchase.has(SHIPMENT_CANCELLED) ? "CANCELLED" : "RECALLING";
        }
        if (purchase.has(SHIPMENT_REJECTED)) {
            return "REJECTED";
        }
        return purchase.has(TRACKED) ? "SCHEDULED" : "BOOKING";
    }

    /** Asked for and created, then one for each change that the carrier told of or the order asked for. */
    private static int version(Purchase purchase) {
        return switch (status(purchase)) {
            case "RETURN_RECEIVED" -> 9;
            case "RETURN_IN_TRANSIT" -> 8;
            case "DELIVERED", "CANCELLED" -> 5;
            case "DISPATCHED", "RECALLING" -> 4;
            case "SCHEDULED" -> 3;
            default -> 2;
        };
    }

    private void announce(Purchase purchase, ServiceEvents events) {
        var id = purchase.id();
        var customer = purchase.customer().id();
        var label = purchase.names().shipment();
        var tracking = purchase.names().tracking();
        var carrier = OrderEvents.CARRIER;
        tell(purchase, events, TRACKED, 3, at -> new ShipmentScheduled(id, customer, label, carrier, tracking));
        tell(purchase, events, SHIPPED, 4, at -> new ShipmentDispatched(id, customer, label, carrier, tracking, at));
        tell(purchase, events, DELIVERED, 5, at -> new ShipmentDelivered(id, customer, label, at));
        tell(purchase, events, SHIPMENT_REJECTED, 2, at -> new ShipmentRejected(id, customer, label, "undeliverable"));
        tell(
                purchase,
                events,
                SHIPMENT_CANCELLED,
                5,
                at -> new ShipmentCancelled(id, customer, label, "recalled before it left"));
        tell(
                purchase,
                events,
                RETURNED,
                9,
                at -> new ReturnReceived(id, customer, purchase.names().returned(), at));
    }

    private static void tell(
            Purchase purchase, ServiceEvents events, Step step, int version, Function<Instant, OrderScoped> event) {
        purchase.past().at(step).ifPresent(at -> events.published(version, event.apply(at), at));
    }

    @Override
    public void send(CopyManager copy) throws SQLException, IOException {
        shipments.send(copy);
        journal.send(copy);
    }

    @Override
    public long sent() {
        return shipments.sent() + journal.sent();
    }
}
