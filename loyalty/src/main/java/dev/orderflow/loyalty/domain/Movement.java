package dev.orderflow.loyalty.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Points that came or went.
 *
 * @param id the event that moved them
 * @param points more than zero if they came, less if they went
 * @param at when order recorded that event
 */
public record Movement(UUID id, String customerId, UUID orderId, Kind kind, long points, Instant at) {}
