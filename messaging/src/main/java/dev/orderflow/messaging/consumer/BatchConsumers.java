package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.deadletter.DeadLetters;
import dev.orderflow.messaging.deadletter.Lines;
import dev.orderflow.messaging.deadletter.Redeliveries;
import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.event.EventTypes;
import dev.orderflow.messaging.inbox.Inbox;
import dev.orderflow.messaging.transaction.Pause;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Makes a {@link BatchConsumer} for each channel of a service. */
@Singleton
public final class BatchConsumers {

    @Inject
    EventTypes types;

    @Inject
    EventCodec codec;

    @Inject
    UnitsOfWork units;

    @Inject
    Inbox inbox;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Lines lines;

    @Inject
    Redeliveries redeliveries;

    @Inject
    Pause pause;

    @Inject
    MeterRegistry registry;

    @Inject
    MessagingConfig config;

    @Inject
    Channels channels;

    @Inject
    LastBatches last;

    /**
     * @param topic the channel's topic
     * @throws IllegalStateException when the handler neither handles nor leaves a type of the topic, or does both
     */
    public <W> BatchConsumer<W> of(String topic, EventHandler<W> handler) {
        return of(topic, topic::equals, handler);
    }

    /**
     * For a channel whose topics are all that match, now and later. How far back they go does not keep the inbox from
     * forgetting, so the handler must leave alone what is older than the inbox remembers at least.
     *
     * @param topics the channel's regular expression
     * @throws IllegalStateException as {@link #of(String, EventHandler)}, of the topics that this service publishes
     */
    public <W> BatchConsumer<W> matching(String topics, EventHandler<W> handler) {
        return of(topics, Pattern.compile(topics).asMatchPredicate(), handler);
    }

    private <W> BatchConsumer<W> of(String topic, Predicate<String> topics, EventHandler<W> handler) {
        requireEveryType(topic, types.publishedTo(topics), handler);
        var metrics = new ConsumerMetrics(registry, topic);
        var reader = new RecordReader(types, codec, handler);
        var effects = new Effects<>(handler);
        redeliveries.register(topic, topics, new ChannelRedelivery(reader, effects, () -> channels.isPaused(topic)));
        return new BatchConsumer<>(
                reader,
                new BatchTransaction<>(units, admission(handler), effects, metrics, last),
                new Patience(pause, config.consumer(), metrics),
                metrics,
                () -> channels.whenOpen(topic));
    }

    /** What is made only when the first record comes can't take a dead letter before, or one that a crash left. */
    void requireEveryChannel(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        channels.all().stream()
                .map(Channels.Channel::topic)
                .filter(topic -> !redeliveries.knows(topic))
                .findFirst()
                .ifPresent(topic -> {
                    throw new IllegalStateException(
                            "the consumer of %s is not made at the start: it needs @Startup".formatted(topic));
                });
    }

    private Admission admission(EventHandler<?> handler) {
        return new Admission(inbox, deadLetters, lines, handler.oncePerEvent());
    }

    private static void requireEveryType(String topic, Set<Class<?>> published, EventHandler<?> handler) {
        var named = new HashSet<>(handler.handles());
        named.addAll(handler.leaves());
        if (!named.equals(published)
                || named.size() != handler.handles().size() + handler.leaves().size()) {
            throw new IllegalStateException("%s must handle or leave each type of %s exactly once: %s"
                    .formatted(handler.getClass().getSimpleName(), topic, published));
        }
    }
}
