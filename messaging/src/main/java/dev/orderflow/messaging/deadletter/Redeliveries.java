package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The channels of this service, by topic. */
@Singleton
public final class Redeliveries {

    private final Map<String, Redelivery> byTopic = new ConcurrentHashMap<>();

    /** Called by each channel when it is made. */
    public void register(String topic, Redelivery channel) {
        byTopic.put(topic, channel);
    }

    /** Fails with {@link RedeliveryFailedException} around whatever the channel fails with. */
    Uni<Void> redeliver(UnitOfWork work, DeadLetter letter) {
        return Uni.createFrom()
                .deferred(() -> channel(letter).redeliver(work, letter))
                .onFailure()
                .transform(failure -> new RedeliveryFailedException(letter.id(), failure));
    }

    private Redelivery channel(DeadLetter letter) {
        var channel = byTopic.get(letter.topic());
        if (channel == null) {
            throw new IllegalStateException("this release reads nothing from " + letter.topic());
        }
        return channel;
    }
}
