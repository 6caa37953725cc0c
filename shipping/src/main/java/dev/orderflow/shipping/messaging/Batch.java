package dev.orderflow.shipping.messaging;

import dev.orderflow.shipping.domain.Shipment;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The locked shipments of one batch: each event sees what those before it did. */
final class Batch {

    private final Map<UUID, Shipment> shipments = new HashMap<>();
    private final Map<UUID, Shipment> changed = new LinkedHashMap<>();

    Batch(List<Shipment> locked) {
        locked.forEach(shipment -> shipments.put(shipment.orderId(), shipment));
    }

    Shipment of(UUID order) {
        return shipments.get(order);
    }

    void change(Shipment next) {
        shipments.put(next.orderId(), next);
        changed.put(next.orderId(), next);
    }

    Collection<Shipment> changed() {
        return changed.values();
    }
}
