package dev.orderflow.notification.webhook;

import io.vertx.core.MultiMap;

/** The header fields of an event, as Standard Webhooks names them. */
final class WebhookHeaders {

    private static final String AGENT = "Orderflow-Webhooks/1";

    private WebhookHeaders() {}

    static MultiMap of(String id, long epochSeconds, String signature) {
        return MultiMap.caseInsensitiveMultiMap()
                .add("content-type", "application/json")
                .add("user-agent", AGENT)
                .add("webhook-id", id)
                .add("webhook-timestamp", Long.toString(epochSeconds))
                .add("webhook-signature", signature);
    }
}
