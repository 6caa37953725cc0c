package dev.orderflow.messaging.consumer;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The commit strategy of every channel, in place of SmallRye's {@code throttled}, which forgets what failed. */
@ApplicationScoped
@Identifier("settled")
class SettledOffsetsFactory implements KafkaCommitHandler.Factory {

    @Override
    public KafkaCommitHandler create(
            KafkaConnectorIncomingConfiguration channel,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        var interval = consumer.configuration().get(ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG);
        return new SettledOffsets(
                consumer, vertx.getDelegate(), Duration.ofMillis(Long.parseLong(interval.toString())));
    }
}
