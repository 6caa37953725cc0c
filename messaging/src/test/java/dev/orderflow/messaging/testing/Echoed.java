package dev.orderflow.messaging.testing;

/** What a reader of a tick announces. */
public record Echoed(String counter, long n) {}
