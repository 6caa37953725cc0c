package dev.orderflow.devservices.carrier;

import dev.orderflow.devservices.durable.EntryLog;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the carrier knows, in memory and in its log. Callers hold its monitor from reading to committing. */
final class Depot {

    private final Map<String, Shipment> shipments = new LinkedHashMap<>();
    private final Map<String, String> newestByReference = new LinkedHashMap<>();
    private final Map<String, String> undelivered = new LinkedHashMap<>();
    private final EntryLog<Entry> log;

    Depot(Path path) {
        this.log = new EntryLog<>(path, Entry.class, this::apply);
    }

    synchronized void commit(List<Entry> entries) {
        log.append(entries);
        entries.forEach(this::apply);
    }

    void sync() {
        log.sync();
    }

    /** By id, or by the caller's reference, which finds the newest that bears it. */
    synchronized Optional<Shipment> find(String idOrReference) {
        String id = newestByReference.getOrDefault(idOrReference, idOrReference);
        return Optional.ofNullable(shipments.get(id));
    }

    /** Oldest first. */
    synchronized List<Shipment> shipments() {
        return List.copyOf(shipments.values());
    }

    synchronized Map<String, String> undelivered() {
        return Map.copyOf(undelivered);
    }

    private void apply(Entry entry) {
        switch (entry) {
            case Entry.ShipmentStored(Shipment shipment) -> store(shipment);
            case Entry.EventRaised(String id, String body) -> undelivered.put(id, body);
            case Entry.EventDelivered(String id) -> undelivered.remove(id);
        }
    }

    private void store(Shipment shipment) {
        boolean isNew = shipments.put(shipment.id(), shipment) == null;
        if (isNew && shipment.reference() != null) {
            newestByReference.put(shipment.reference(), shipment.id());
        }
    }
}
