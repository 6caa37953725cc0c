package dev.orderflow.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Something that Orderflow told by a webhook. It comes at least once and in no order.
 *
 * @param id the same each time it comes
 * @param type {@code order.confirmed} for instance; more may be added
 * @param timestamp when it happened
 * @param data {@code orderId}, and what docs/webhooks.md lists for the type
 */
public record WebhookEvent(String id, String type, Instant timestamp, JsonNode data) {

    /** What is signed beside the id. */
    record Body(String type, Instant timestamp, JsonNode data) {}
}
