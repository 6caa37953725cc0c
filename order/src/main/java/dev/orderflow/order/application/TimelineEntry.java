package dev.orderflow.order.application;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that happened to an order; free of personal data.
 *
 * @param version the order's version that it made
 * @param at when it was decided: the order's {@code updatedAt} in that version
 * @param service who brought it about: the participant whose answer it follows from, else order
 * @param event its name in the saga's table, {@code OrderPlaced} for instance
 * @param summary one sentence for people
 * @param data a few details, all text; empty when there are none
 */
@Schema(requiredProperties = {"version", "at", "service", "event", "summary", "data"})
public record TimelineEntry(
        long version, Instant at, String service, String event, String summary, Map<String, String> data) {

    public TimelineEntry {
        data = Map.copyOf(data);
    }
}
