package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.testing.Wiring;

/** What the container makes of {@link BatchConsumers}, in a process wired by hand. */
final class Consumers {

    private Consumers() {}

    static BatchConsumers of(Wiring process) {
        var consumers = new BatchConsumers();
        consumers.types = process.types;
        consumers.codec = process.codec;
        consumers.units = process.units;
        consumers.inbox = process.inbox;
        consumers.deadLetters = process.deadLetters;
        consumers.lines = process.lines;
        consumers.redeliveries = process.redeliveries;
        consumers.pause = process.pause;
        consumers.registry = process.registry;
        consumers.config = process.config;
        return consumers;
    }
}
