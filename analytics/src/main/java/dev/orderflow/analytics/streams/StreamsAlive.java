package dev.orderflow.analytics.streams;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Only a start helps where the streams have ended for good. A broker that is away is no reason to start again. */
@Liveness
@Singleton
final class StreamsAlive implements HealthCheck {

    private final KafkaStreams streams;

    @Inject
    StreamsAlive(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("streams")
                .status(!streams.state().hasCompletedShutdown() && streams.state() != KafkaStreams.State.PENDING_ERROR)
                .build();
    }
}
