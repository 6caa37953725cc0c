package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.testing.Wiring;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** What the container makes of {@link BatchConsumers}, in a process wired by hand. */
public final class Consumers {

    private Consumers() {}

    /** Nobody has touched a switch before. */
    static BatchConsumers of(Wiring process) {
        process.board.learn(List.of());
        return of(process, new SmallRyeConfigBuilder().build());
    }

    /** @param config names the channels */
    public static BatchConsumers of(Wiring process, Config config) {
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
        consumers.channels = new Channels(config, process.board);
        consumers.last = new LastBatches();
        return consumers;
    }
}
