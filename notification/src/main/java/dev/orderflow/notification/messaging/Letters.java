package dev.orderflow.notification.messaging;

import dev.orderflow.notification.domain.Correspondence;
import dev.orderflow.notification.domain.HookDelivery;
import dev.orderflow.notification.domain.Notification;
import dev.orderflow.notification.domain.Preferences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The working set of a batch: the correspondence of its orders, and the notifications that it makes. */
final class Letters {

    private final Map<UUID, Correspondence> loaded;
    private final Map<String, Preferences> said;
    private final Map<UUID, Correspondence> changed = new LinkedHashMap<>();
    private final List<Notification> fresh = new ArrayList<>();
    private final List<HookDelivery> deliveries = new ArrayList<>();

    /** @param said the preferences of those of its customers who have said something */
    Letters(Map<UUID, Correspondence> loaded, Map<String, Preferences> said) {
        this.loaded = loaded;
        this.said = said;
    }

    Preferences preferencesOf(String customerId) {
        return said.getOrDefault(customerId, Preferences.defaults(customerId));
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

    void add(HookDelivery delivery) {
        deliveries.add(delivery);
    }

    Collection<Correspondence> changed() {
        return changed.values();
    }

    List<Notification> fresh() {
        return fresh;
    }

    List<HookDelivery> deliveries() {
        return deliveries;
    }
}
