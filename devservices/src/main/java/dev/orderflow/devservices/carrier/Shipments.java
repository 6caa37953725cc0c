package dev.orderflow.devservices.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** The calls on shipments. Each is decided and stored under the depot's monitor. */
record Shipments(Depot depot, Journeys journeys) {

    private static final String UNDELIVERABLE_ZIP = "00000";

    Shipment create(JsonNode body) {
        JsonNode asked = body.has("shipment") ? body.path("shipment") : body;
        Stream.of("to_address", "from_address", "parcel")
                .filter(field -> !asked.path(field).isObject())
                .findFirst()
                .ifPresent(field -> {
                    throw CarrierError.missing(field);
                });
        requireDeliverable(asked.path("to_address"));
        requireDeliverable(asked.path("from_address"));
        Shipment shipment = new Shipment(
                Ids.next("shp"),
                asked.path("reference").asText(null),
                asked.path("is_return").asBoolean(false),
                asked.path("to_address"),
                asked.path("from_address"),
                asked.path("parcel"),
                System.currentTimeMillis(),
                null,
                null);
        return store(shipment);
    }

    Shipment find(String idOrReference) {
        return depot.find(idOrReference).orElseThrow(CarrierError::notFound);
    }

    /** Buying twice is refused, so a repeated call never makes a second label. */
    Shipment buy(String id, JsonNode body) {
        Shipment bought;
        synchronized (depot) {
            Shipment shipment = find(id);
            if (shipment.purchase().isPresent()) {
                throw CarrierError.postageExists();
            }
            String rate = Tariff.find(shipment, body.path("rate").path("id").asText(""))
                    .path("id")
                    .asText();
            bought = store(shipment.with(Purchase.of(rate, System.currentTimeMillis())));
        }
        journeys.begin(bought.id());
        return bought;
    }

    /** Cancels a label that the parcel has not left with; the same answer again if it is asked again. */
    Shipment refund(String id) {
        synchronized (depot) {
            Shipment shipment = find(id);
            Purchase purchase = shipment.purchase().orElseThrow(CarrierError::nothingToRefund);
            return switch (purchase.status()) {
                case PRE_TRANSIT -> {
                    Purchase cancelled = purchase.in(TrackingStatus.CANCELLED, System.currentTimeMillis());
                    yield store(shipment.with(cancelled).withRefund("refunded"));
                }
                case IN_TRANSIT, DELIVERED -> store(shipment.withRefund("rejected"));
                case CANCELLED -> shipment;
            };
        }
    }

    private Shipment store(Shipment shipment) {
        depot.commit(List.of(new Entry.ShipmentStored(shipment)));
        return shipment;
    }

    private static void requireDeliverable(JsonNode address) {
        if (address.path("zip").asText().equals(UNDELIVERABLE_ZIP)) {
            throw CarrierError.undeliverable();
        }
    }
}
