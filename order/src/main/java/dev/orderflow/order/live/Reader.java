package dev.orderflow.order.live;

import java.time.Instant;

/**
 * Who reads a stream.
 *
 * @param subject the token's
 * @param until when the token expires
 */
public record Reader(String subject, Instant until) {}
