package dev.orderflow.messaging.testing;

/** The n-th tick of a counter; a counter's ticks are numbered without a hole, so that loss and disorder show. */
public record Ticked(String counter, long n) {}
