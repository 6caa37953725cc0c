package dev.orderflow.messaging.testing;

/** Travels on the topic of the ticks and concerns no reader. */
public record Skipped(String counter) {}
