package dev.orderflow.notification.operators;

import dev.orderflow.messaging.deadletter.DeadLettered;

/** A dead letter of a service, of which operators are to be told. */
public record NewLetter(String service, DeadLettered letter) {}
