package dev.orderflow.messaging.testing;

/** Payload of a task of the tests. */
public record Call(String what) {}
