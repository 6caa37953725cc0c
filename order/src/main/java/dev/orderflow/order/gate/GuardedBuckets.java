package dev.orderflow.order.gate;

import dev.orderflow.contracts.gate.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/** As {@link GuardedRedis}, with a breaker of its own: neither speaks for the other's time limit. */
@ApplicationScoped
class GuardedBuckets {

    static final Script TAKE = Script.of(GuardedBuckets.class, "/rate-limit/take.lua");

    private final GateConnection connection;
    private final Patience patience;

    @Inject
    GuardedBuckets(GateConnection connection, Vertx vertx, BucketConfig config) {
        this.connection = connection;
        this.patience = new Patience(vertx, config.timeout());
    }

    /** On the connection's loop. */
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.75,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = RedisAwayException.class)
    Uni<Response> take(String bucket, List<String> arguments) {
        var keys = List.of(bucket);
        return connection.run(TAKE.evalSha(keys, arguments), TAKE.eval(keys, arguments), patience);
    }
}
