package dev.orderflow.client.model;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened to an order; free of personal data.
 *
 * @param version the order's version that it made
 * @param service who brought it about
 * @param event {@code OrderPlaced} for instance; more may be added
 * @param summary one sentence for people
 * @param data a few details
 */
public record TimelineEntry(
        long version, Instant at, String service, String event, String summary, Map<String, String> data) {}
