package dev.orderflow.kubernetes;

import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What the services read, by their own configuration. */
final class Channels {

    /**
     * A channel that brings a topic to a service, and the consumer group that it joins.
     *
     * @param pattern whether it brings all topics that match, of which nobody waits for one
     */
    record Channel(String service, String topic, String group, boolean pattern) {}

    private static final String INCOMING = "mp.messaging.incoming.";
    private static final String STREAMED = "quarkus.kafka-streams.topics";

    private Channels() {}

    static List<Channel> all() {
        return Project.SERVICES.stream()
                .flatMap(service -> of(service).stream())
                .toList();
    }

    static List<Channel> of(String service) {
        var configuration = Project.configuration(service);
        var streamed = configuration.getProperty(STREAMED);
        return streamed == null ? consumed(service, configuration) : streamed(service, streamed);
    }

    /** In the group of the first generation. */
    private static List<Channel> streamed(String service, String topics) {
        return Stream.of(topics.split(","))
                .map(topic -> new Channel(service, topic, service + "-1", false))
                .toList();
    }

    private static List<Channel> consumed(String service, Properties configuration) {
        return configuration.stringPropertyNames().stream()
                .filter(name -> name.startsWith(INCOMING) && name.endsWith(".topic"))
                .map(name -> new Channel(
                        service,
                        configuration.getProperty(name),
                        configuration.getProperty(name.replace(".topic", ".group.id")),
                        Boolean.parseBoolean(configuration.getProperty(name.replace(".topic", ".pattern")))))
                .toList();
    }
}
