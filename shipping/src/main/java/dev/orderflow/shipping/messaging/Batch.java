package dev.orderflow.shipping.messaging;

import dev.orderflow.shipping.domain.Shipment;
import dev.orderflow.shipping.persistence.Locked;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The locked shipments of one batch: each event sees what those before it did. */
final class Batch {

    private final Map<UUID, Shipment> shipments = new HashMap<>();
    private final Set<UUID> erased;
    private final Map<UUID, Shipment> changed = new LinkedHashMap<>();

    Batch(List<Locked> locked) {
        locked.stream().map(Locked::shipment).forEach(shipment -> shipments.put(shipment.orderId(), shipment));
        erased = locked.stream()
                .filter(Locked::erased)
                .map(each -> each.shipment().orderId())
                .collect(Collectors.toSet());
    }

    /** Whether the order's customer was erased after it was placed. */
    boolean isErased(UUID order) {
        return erased.contains(order);
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
