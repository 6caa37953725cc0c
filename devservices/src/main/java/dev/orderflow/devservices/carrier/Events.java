package dev.orderflow.devservices.carrier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.webhook.Hmac;
import dev.orderflow.devservices.webhook.Signature;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** The events that the carrier sends, and their signatures. */
final class Events {

    private static final String SCHEME = "hmac-sha256-hex=";

    private Events() {}

    static Entry.EventRaised trackerUpdated(Shipment shipment, TrackingStatus before) {
        String id = Ids.next("evt");
        String now = Instant.now().toString();
        ObjectNode event = Json.object()
                .put("id", id)
                .put("object", "Event")
                .put("description", "tracker.updated")
                .put("mode", "test")
                .put("status", "pending")
                .put("created_at", now)
                .put("updated_at", now);
        event.putObject("previous_attributes").put("status", before.wireName());
        event.putArray("pending_urls");
        event.putArray("completed_urls");
        event.set("result", CarrierJson.tracker(shipment, shipment.purchase().orElseThrow()));
        return new Entry.EventRaised(id, event.toString());
    }

    /** The body's HMAC, and a second one that binds the time, the method and the path as well. */
    static Signature signature(String secret) {
        String key = Normalizer.normalize(secret, Normalizer.Form.NFKD);
        return (target, body) -> {
            String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
            String signed = now + "POST" + target.getPath() + body;
            return Map.of(
                    "X-Hmac-Signature",
                    SCHEME + Hmac.sha256Hex(key, body),
                    "X-Timestamp",
                    now,
                    "X-Path",
                    target.getPath(),
                    "X-Hmac-Signature-V2",
                    SCHEME + Hmac.sha256Hex(key, signed));
        };
    }
}
