package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The channels of this service, by topic. All are known once the application has started. */
@Singleton
public final class Redeliveries {

    private final Map<String, Redelivery> byTopic = new ConcurrentHashMap<>();

    /** Called by each channel when it is made. */
    public void register(String topic, Redelivery channel) {
        byTopic.put(topic, channel);
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
        return Optional.ofNullable(byTopic.get(letter.topic()));
    }
}
