package dev.orderflow.messaging.relay;

/**
 * Fired when this process has become the one that publishes, behind its first turn. An owner of a compacted topic answers by publishing recent
 * state again, because the holder before may still have flushed an older one. What it flushes later, {@link LeaseLost} tells.
 */
public record LeaseTaken(long epoch) implements LeaseChange {}
