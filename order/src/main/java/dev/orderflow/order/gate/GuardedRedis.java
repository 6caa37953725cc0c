package dev.orderflow.order.gate;

import dev.orderflow.contracts.gate.GateScript;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * Redis, within the timeout. While most calls are late, nobody waits for it for a second; that takes more than one round
 * of calls ({@link GateConfig#calls}), which a moment's stall may cost. A call that has timed out may still take effect; its hold's name makes it the
 * same hold.
 */
@ApplicationScoped
class GuardedRedis {

    private final GateConnection connection;
    private final Patience patience;

    @Inject
    GuardedRedis(GateConnection connection, Vertx vertx, GateConfig config) {
        this.connection = connection;
        this.patience = new Patience(vertx, config.timeout());
    }

    /** On the connection's loop. */
    @CircuitBreaker(
            requestVolumeThreshold = 64,
            failureRatio = 0.75,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = RedisAwayException.class)
    Uni<Response> run(GateScript script, List<String> arguments) {
        return connection.run(script.evalSha(arguments), script.eval(arguments), patience);
    }
}
