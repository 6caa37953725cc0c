package dev.orderflow.devservices.carrier;

import dev.orderflow.devservices.webhook.Webhooks;
import java.util.List;
import java.util.Optional;

/** Moves bought parcels on when their time has come, and tells of it; a restart takes up every journey. */
record Journeys(Depot depot, Webhooks webhooks, Delays delays) {

    void resume() {
        depot.undelivered().forEach(webhooks::deliver);
        depot.shipments().stream()
                .filter(shipment -> delays.next(shipment).isPresent())
                .forEach(it -> begin(it.id()));
    }

    void begin(String shipment) {
        Thread.ofVirtual().name("journey-" + shipment).start(() -> travel(shipment));
    }

    private void travel(String id) {
        try {
            Optional<Delays.Step> step = next(id);
            while (step.isPresent()) {
                Thread.sleep(Math.max(0, step.get().dueAt() - System.currentTimeMillis()));
                take(id, step.get());
                step = next(id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Delays.Step> next(String id) {
        return depot.find(id).flatMap(delays::next);
    }

    /** The label may have been refunded while the parcel waited. */
    private void take(String id, Delays.Step step) {
        Entry.EventRaised event;
        synchronized (depot) {
            Shipment shipment = depot.find(id).orElseThrow();
            Purchase purchase = shipment.purchase().orElseThrow();
            if (purchase.status().isFinal()) {
                return;
            }
            Shipment moved = shipment.with(purchase.in(step.status(), System.currentTimeMillis()));
            event = Events.trackerUpdated(moved, purchase.status());
            depot.commit(List.of(new Entry.ShipmentStored(moved), event));
        }
        depot.sync();
        webhooks.deliver(event.id(), event.body());
    }
}
