package dev.orderflow.analytics.streams;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the topics are there and it counts, or waits for its share of them: while it counts anew it answers 503 by
 * itself, which tells a client more than a gateway that finds nobody. How many partitions are still counted anew is told.
 */
@Readiness
@Singleton
final class StreamsReady implements HealthCheck {

    private final Counting counting;

    @Inject
    StreamsReady(Counting counting) {
        this.counting = counting;
    }

    @Override
    public HealthCheckResponse call() {
        var state = counting.state();
        var response = HealthCheckResponse.named("streams").withData("state", state.name());
        counting.unfinished().ifPresent(partitions -> response.withData("unfinished", partitions));
        return response.status(state.isRunningOrRebalancing()).build();
    }
}
