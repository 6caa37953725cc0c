package dev.orderflow.analytics.streams;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the topics are there and it counts, or waits for its share of them: meanwhile it answers 503 by itself. */
@Readiness
@Singleton
final class StreamsReady implements HealthCheck {

    private final KafkaStreams streams;

    @Inject
    StreamsReady(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        var state = streams.state();
        return HealthCheckResponse.named("streams")
                .withData("state", state.name())
                .status(state.isRunningOrRebalancing())
                .build();
    }
}
