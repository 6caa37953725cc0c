package dev.orderflow.devservices.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.webhook.Hmac;
import dev.orderflow.devservices.webhook.Signature;
import java.time.Instant;
import java.util.Map;

/** The events that the provider sends, and their signature. */
final class Events {

    private static final String API_VERSION = "2025-09-30.clover";

    private Events() {}

    static Entry.EventRaised of(String type, ObjectNode object) {
        String id = Ids.next("evt");
        ObjectNode event = Json.object()
                .put("id", id)
                .put("object", "event")
                .put("api_version", API_VERSION)
                .put("created", Instant.now().getEpochSecond())
                .put("livemode", false)
                .put("pending_webhooks", 1)
                .put("type", type);
        event.putObject("data").set("object", object);
        return new Entry.EventRaised(id, event.toString());
    }

    /** {@code Stripe-Signature: t=<seconds>,v1=<HMAC-SHA256 of "t.body">}. */
    static Signature signature(String secret) {
        return (target, body) -> {
            long now = Instant.now().getEpochSecond();
            String signature = Hmac.sha256Hex(secret, now + "." + body);
            return Map.of("Stripe-Signature", "t=" + now + ",v1=" + signature);
        };
    }
}
