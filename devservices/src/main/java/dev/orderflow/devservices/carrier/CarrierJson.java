package dev.orderflow.devservices.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import java.time.Instant;

/** The carrier's objects as the API shows them. */
final class CarrierJson {

    private CarrierJson() {}

    static ObjectNode shipment(Shipment shipment) {
        ObjectNode json = Json.object()
                .put("id", shipment.id())
                .put("object", "Shipment")
                .put("mode", "test")
                .put("reference", shipment.reference())
                .put("is_return", shipment.isReturn())
                .put(
                        "status",
                        shipment.purchase().map(it -> it.status().wireName()).orElse("unknown"))
                .put(
                        "tracking_code",
                        shipment.purchase().map(Purchase::trackingCode).orElse(null))
                .put("refund_status", shipment.refundStatus())
                .put("created_at", time(shipment.createdAt()))
                .put("updated_at", time(changedAt(shipment)));
        json.set(
                "to_address",
                object(shipment.toAddress(), "Address", "adr_t" + shipment.id().substring(4)));
        json.set(
                "from_address",
                object(
                        shipment.fromAddress(),
                        "Address",
                        "adr_f" + shipment.id().substring(4)));
        json.set(
                "parcel",
                object(shipment.parcel(), "Parcel", "prcl_" + shipment.id().substring(4)));
        json.set("rates", Tariff.rates(shipment));
        json.putArray("messages");
        json.set(
                "selected_rate",
                shipment.purchase().map(it -> Tariff.find(shipment, it.rate())).orElse(null));
        json.set("postage_label", shipment.purchase().map(CarrierJson::label).orElse(null));
        return json.set(
                "tracker", shipment.purchase().map(it -> tracker(shipment, it)).orElse(null));
    }

    static ObjectNode tracker(Shipment shipment, Purchase purchase) {
        ObjectNode json = Json.object()
                .put("id", purchase.tracker())
                .put("object", "Tracker")
                .put("mode", "test")
                .put("tracking_code", purchase.trackingCode())
                .put("status", purchase.status().wireName())
                .put("status_detail", purchase.status().wireName())
                .put("carrier", Tariff.CARRIER)
                .put("shipment_id", shipment.id())
                .put("is_return", shipment.isReturn())
                .put("finalized", purchase.status().isFinal())
                .put("created_at", time(purchase.boughtAt()))
                .put("updated_at", time(changedAt(shipment)));
        var details = json.putArray("tracking_details");
        purchase.details().forEach(detail -> details.add(detail(detail)));
        return json;
    }

    private static ObjectNode detail(Purchase.Detail detail) {
        return Json.object()
                .put("object", "TrackingDetail")
                .put("status", detail.status().wireName())
                .put("message", detail.status().message())
                .put("datetime", time(detail.at()))
                .put("source", Tariff.CARRIER);
    }

    private static ObjectNode label(Purchase purchase) {
        return Json.object()
                .put("id", purchase.label())
                .put("object", "PostageLabel")
                .put("label_date", time(purchase.boughtAt()))
                .put("label_file_type", "image/png")
                .put("label_url", "https://carrier.invalid/labels/" + purchase.label() + ".png")
                .put("created_at", time(purchase.boughtAt()));
    }

    private static ObjectNode object(JsonNode fields, String type, String id) {
        ObjectNode json = Json.object().put("id", id).put("object", type).put("mode", "test");
        if (fields instanceof ObjectNode given) {
            json.setAll(given);
        }
        return json;
    }

    private static long changedAt(Shipment shipment) {
        return shipment.purchase().map(it -> it.details().getLast().at()).orElse(shipment.createdAt());
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
