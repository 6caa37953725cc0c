package dev.orderflow.messaging.relay;

/** The right to publish has come to this process, or has left it unnoticed. */
public sealed interface LeaseChange permits LeaseTaken, LeaseLost {}
