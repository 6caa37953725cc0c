package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The channels of this service, by topic. All are known once the application has started. */
@Singleton
public final class Redeliveries {

    private record Way(Predicate<String> topics, Redelivery channel) {}

    private final Map<String, Way> byTopic = new ConcurrentHashMap<>();

    /** Called by each channel of one topic when it is made. */
    public void register(String topic, Redelivery channel) {
        register(topic, topic::equals, channel);
    }

    /**
     * Called by each channel when it is made.
     *
     * @param topic a topic's name, or what the channel calls all of its topics
     * @param topics which topics are read by it
     */
    public void register(String topic, Predicate<String> topics, Redelivery channel) {
        byTopic.put(topic, new Way(topics, channel));
    }

    public boolean knows(String topic) {
        return byTopic.containsKey(topic);
    }

    Uni<Void> redeliver(UnitOfWork work, DeadLetter letter) {
        return find(letter)
                .map(channel -> channel.redeliver(work, letter))
                .orElseThrow(() -> new IllegalStateException("this release reads nothing from " + letter.topic()));
    }

    boolean isPaused(DeadLetter letter) {
        return find(letter).map(Redelivery::isPaused).orElse(false);
    }

    private Optional<Redelivery> find(DeadLetter letter) {
        return byTopic.values().stream()
                .filter(way -> way.topics().test(letter.topic()))
                .map(Way::channel)
                .findFirst();
    }
}
