package dev.orderflow.notification.messaging;

import dev.orderflow.notification.domain.Correspondence;
import dev.orderflow.notification.domain.Notification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The working set of a batch: the correspondence of its orders, and the notifications that it makes. */
final class Letters {

    private final Map<UUID, Correspondence> loaded;
    private final Map<UUID, Correspondence> changed = new LinkedHashMap<>();
    private final List<Notification> fresh = new ArrayList<>();

    Letters(Map<UUID, Correspondence> loaded) {
        this.loaded = loaded;
    }

    Correspondence of(UUID orderId) {
        return changed.getOrDefault(orderId, loaded.get(orderId));
    }

    void put(Correspondence next) {
        changed.put(next.orderId(), next);
    }

    void add(Notification notification) {
        fresh.add(notification);
    }

    Collection<Correspondence> changed() {
        return changed.values();
    }

    List<Notification> fresh() {
        return fresh;
    }
}
