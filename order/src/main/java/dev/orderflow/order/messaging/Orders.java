package dev.orderflow.order.messaging;

import dev.orderflow.order.domain.Order;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The locked orders of one transaction, as its events have made them so far. */
final class Orders {

    private final Map<UUID, Order> locked;
    private final Map<UUID, Order> changed = new LinkedHashMap<>();

    Orders(Map<UUID, Order> locked) {
        this.locked = locked;
    }

    Optional<Order> find(UUID id) {
        return Optional.ofNullable(changed.getOrDefault(id, locked.get(id)));
    }

    void put(Order order) {
        changed.put(order.id(), order);
    }

    Collection<Order> changed() {
        return changed.values();
    }
}
