package dev.orderflow.messaging.relay;

/**
 * Fired when this process becomes the one that publishes. An owner of a compacted topic answers by publishing recent
 * state again, because the holder before may still have flushed an older one.
 */
public record LeaseTaken(long epoch) {}
