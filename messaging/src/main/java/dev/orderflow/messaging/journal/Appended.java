package dev.orderflow.messaging.journal;

/** An event together with what led to it. */
public record Appended(NewEvent event, Cause cause) {}
