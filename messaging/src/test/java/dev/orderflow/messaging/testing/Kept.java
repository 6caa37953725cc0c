package dev.orderflow.messaging.testing;

/** Stays in its owner's journal. */
public record Kept(String counter) {}
