package dev.orderflow.devservices.carrier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import java.time.Instant;
import java.util.stream.Stream;

/** What a parcel costs, by speed. A rate's id follows from its shipment's, so rates need no storage. */
enum Tariff {
    STANDARD("Standard", "4.90", 3),
    EXPRESS("Express", "9.90", 1);

    static final String CARRIER = "OrderflowParcel";

    private final String service;
    private final String price;
    private final int days;

    Tariff(String service, String price, int days) {
        this.service = service;
        this.price = price;
        this.days = days;
    }

    String rateId(String shipment) {
        return "rate_" + name().charAt(0) + shipment.substring("shp_".length());
    }

    ObjectNode rate(Shipment shipment) {
        String created = Instant.ofEpochMilli(shipment.createdAt()).toString();
        return Json.object()
                .put("id", rateId(shipment.id()))
                .put("object", "Rate")
                .put("mode", "test")
                .put("service", service)
                .put("carrier", CARRIER)
                .put("rate", price)
                .put("currency", "EUR")
                .put("list_rate", price)
                .put("list_currency", "EUR")
                .put("delivery_days", days)
                .put("shipment_id", shipment.id())
                .put("created_at", created)
                .put("updated_at", created);
    }

    static ArrayNode rates(Shipment shipment) {
        ArrayNode rates = Json.array();
        Stream.of(values()).map(tariff -> tariff.rate(shipment)).forEach(rates::add);
        return rates;
    }

    static ObjectNode find(Shipment shipment, String rateId) {
        return Stream.of(values())
                .filter(tariff -> tariff.rateId(shipment.id()).equals(rateId))
                .findFirst()
                .orElseThrow(CarrierError::invalidRate)
                .rate(shipment);
    }
}
