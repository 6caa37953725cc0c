package dev.orderflow.notification.live;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The connections of this process. */
@Singleton
class Viewers {

    private final Map<String, Viewer> byId = new ConcurrentHashMap<>();
    private final LiveConfig config;

    @Inject
    Viewers(LiveConfig config) {
        this.config = config;
    }

    /** False if there are too many, of this customer or at all. */
    synchronized boolean add(Viewer viewer) {
        boolean hasRoom = byId.size() < config.connections() && of(viewer.customer()) < config.perCustomer();
        if (hasRoom) {
            byId.put(viewer.id(), viewer);
        }
        return hasRoom;
    }

    private long of(String customer) {
        return byId.values().stream()
                .filter(viewer -> viewer.customer().equals(customer))
                .count();
    }

    void remove(String id) {
        byId.remove(id);
    }

    Viewer find(String id) {
        return byId.get(id);
    }

    Collection<Viewer> all() {
        return List.copyOf(byId.values());
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    static Set<String> customers(Collection<Viewer> viewers) {
        return viewers.stream().map(Viewer::customer).collect(Collectors.toCollection(HashSet::new));
    }
}
