package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.control.SwitchBoard;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/**
 * The channels that bring this service its events, as its configuration names them. A paused one handles nothing on any
 * replica: what was polled waits in memory, some 35 polls or 2,500 records at most, uncommitted; its consumer goes on polling and
 * stays a member of its group.
 */
@Singleton
public final class Channels {

    private static final String PREFIX = "mp.messaging.incoming.";
    private static final String CONNECTOR = ".connector";

    private final Map<String, Channel> byName = new TreeMap<>();
    private final SwitchBoard board;

    @Inject
    Channels(Config config, SwitchBoard board) {
        this.board = board;
        for (var property : config.getPropertyNames()) {
            if (property.startsWith(PREFIX) && property.endsWith(CONNECTOR)) {
                add(config, property.substring(PREFIX.length(), property.length() - CONNECTOR.length()));
            }
        }
    }

    private void add(Config config, String name) {
        var topic = config.getOptionalValue(PREFIX + name + ".topic", String.class);
        var pattern = config.getOptionalValue(PREFIX + name + ".pattern", Boolean.class);
        byName.put(name, new Channel(name, topic.orElse(name), pattern.orElse(false)));
    }

    /** 1 while a channel is held back, else 0; from the start on, whether anything has come by it or not. */
    void show(@Observes StartupEvent event, MeterRegistry registry) {
        byName.values()
                .forEach(channel -> Gauge.builder(
                                "orderflow.consumer.paused", () -> board.isOn(channel.switchName()) ? 0 : 1)
                        .tag("channel", channel.topic())
                        .register(registry));
    }

    /** By name. */
    public Collection<Channel> all() {
        return byName.values();
    }

    public Optional<Channel> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Completes when the channel of this topic is not paused. */
    Uni<Void> whenOpen(String topic) {
        return board.whenOn(of(topic).switchName());
    }

    /** Whether an operator holds it back, or nothing is known yet. */
    boolean isPaused(String topic) {
        return !board.isOn(of(topic).switchName());
    }

    private Channel of(String topic) {
        return byName.values().stream()
                .filter(channel -> channel.topic().equals(topic))
                .findFirst()
                .orElseGet(() -> new Channel(topic, topic, false));
    }

    /**
     * A way in.
     *
     * @param topic a topic's name, or a regular expression that the names of its topics match
     */
    public record Channel(String name, String topic, boolean pattern) {

        /** What it is turned off by. */
        public String switchName() {
            return "channel/" + name;
        }
    }
}
