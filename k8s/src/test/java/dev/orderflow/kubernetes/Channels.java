package dev.orderflow.kubernetes;

import java.util.List;

/** What the services read, by their own configuration. */
final class Channels {

    /** A channel that brings a topic to a service, and the consumer group that it joins. */
    record Channel(String service, String topic, String group) {}

    private static final String INCOMING = "mp.messaging.incoming.";

    private Channels() {}

    static List<Channel> all() {
        return Project.SERVICES.stream()
                .flatMap(service -> of(service).stream())
                .toList();
    }

    static List<Channel> of(String service) {
        var configuration = Project.configuration(service);
        return configuration.stringPropertyNames().stream()
                .filter(name -> name.startsWith(INCOMING) && name.endsWith(".topic"))
                .map(name -> new Channel(
                        service,
                        configuration.getProperty(name),
                        configuration.getProperty(name.replace(".topic", ".group.id"))))
                .toList();
    }
}
