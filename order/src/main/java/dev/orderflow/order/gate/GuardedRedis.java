package dev.orderflow.order.gate;

import dev.orderflow.contracts.gate.GateScript;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * Redis, within the timeout. While most calls are late, nobody waits for it for a second; that is more than one round of
 * calls, which a moment's stall may cost. A call that has timed out may still take effect; its hold's name makes it the
 * same hold.
 */
@ApplicationScoped
class GuardedRedis {

    private final GateConnection connection;
    private final Vertx vertx;
    private final GateConfig config;

    @Inject
    GuardedRedis(GateConnection connection, Vertx vertx, GateConfig config) {
        this.connection = connection;
        this.vertx = vertx;
        this.config = config;
    }

    /** On the connection's loop. */
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.75,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = RedisAwayException.class)
    Uni<Response> run(GateScript script, List<String> arguments) {
        return Uni.createFrom()
                .completionStage(() -> connection
                        .api()
                        .map(redis -> call(redis, script, arguments))
                        .orElseGet(() -> Future.failedFuture(new RedisAwayException()))
                        .toCompletionStage());
    }

    private Future<Response> call(RedisAPI redis, GateScript script, List<String> arguments) {
        return inTime(redis.evalsha(script.evalSha(arguments)))
                .recover(failure -> GateScript.isUnknown(failure)
                        ? inTime(redis.eval(script.eval(arguments)))
                        : Future.failedFuture(failure));
    }

    /**
     * Whatever is in the socket when the time is over, came in time. A loop that was busy learns late of both, and may
     * see the timer first; so it looks into its sockets once more. Nothing is cancelled: a cancelled call could cost its
     * connection (quarkus#56393).
     */
    private Future<Response> inTime(Future<Response> call) {
        Promise<Response> waiting = Promise.promise();
        long timer = vertx.setTimer(config.timeout().toMillis(), over -> afterReading(() -> giveUp(waiting)));
        call.onComplete(answered -> {
            vertx.cancelTimer(timer);
            if (answered.succeeded()) {
                waiting.tryComplete(answered.result());
            } else {
                waiting.tryFail(answered.cause());
            }
        });
        return waiting.future();
    }

    /** A loop reads its sockets between any two rounds of timers. */
    private void afterReading(Runnable then) {
        vertx.setTimer(1, read -> then.run());
    }

    private static void giveUp(Promise<Response> waiting) {
        waiting.tryFail(new TimeoutException("Redis did not answer in time"));
    }
}
