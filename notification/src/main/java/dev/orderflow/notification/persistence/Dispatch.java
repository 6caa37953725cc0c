package dev.orderflow.notification.persistence;

import dev.orderflow.notification.domain.Endpoint;
import dev.orderflow.notification.domain.Message;
import java.time.Instant;
import java.util.UUID;

/**
 * What is to be sent where.
 *
 * @param at when the customer was to be told
 * @param wanted whether the customer still wants the channel
 * @param endpoint null for none
 */
public record Dispatch(
        UUID id, String customerId, UUID orderId, Message message, Instant at, boolean wanted, Endpoint endpoint) {}
