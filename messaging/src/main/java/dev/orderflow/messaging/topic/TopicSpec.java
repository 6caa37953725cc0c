package dev.orderflow.messaging.topic;

/**
 * A topic that must exist before this service runs.
 *
 * @param partitions fixed for the life of the topic: a key's partition, and with it its order, hangs on it
 * @param compacted keeps the newest event of each key for ever
 */
public record TopicSpec(String name, int partitions, boolean compacted) {}
