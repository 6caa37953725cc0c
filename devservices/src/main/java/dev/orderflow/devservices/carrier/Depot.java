package dev.orderflow.devservices.carrier;

import dev.orderflow.devservices.durable.EntryLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the carrier knows, in memory and in its log. Callers hold its monitor from reading to committing. */
final class Depot {

    private final Map<String, Shipment> shipments = new LinkedHashMap<>();
    private final Map<String, List<String>> byReference = new LinkedHashMap<>();
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
        List<String> named = byReference.getOrDefault(idOrReference, List.of(idOrReference));
        return Optional.ofNullable(shipments.get(named.getLast()));
    }

    /** Those that bear the caller's reference, oldest first. */
    synchronized List<Shipment> shipments(String reference) {
        return byReference.getOrDefault(reference, List.of()).stream()
                .map(shipments::get)
                .toList();
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
            byReference
                    .computeIfAbsent(shipment.reference(), reference -> new ArrayList<>(1))
                    .add(shipment.id());
        }
    }
}
