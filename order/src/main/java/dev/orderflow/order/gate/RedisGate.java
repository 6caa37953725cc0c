package dev.orderflow.order.gate;

import dev.orderflow.contracts.gate.GateScript;
import dev.orderflow.order.domain.pricing.Item;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * The gate's scripts, each within the timeout. After several failures nobody waits for Redis any more for a second. A
 * call that has timed out may still take effect; its name makes it the same hold.
 */
@ApplicationScoped
class RedisGate {

    private final RedisAPI redis;
    private final Vertx vertx;
    private final GateConfig config;

    @Inject
    RedisGate(io.vertx.mutiny.redis.client.RedisAPI redis, Vertx vertx, GateConfig config) {
        this.redis = redis.getDelegate();
        this.vertx = vertx;
        this.config = config;
    }

    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 1, delayUnit = ChronoUnit.SECONDS)
    Uni<List<String>> hold(String name, List<Item> items) {
        var arguments =
                new ArrayList<>(List.of(name, Long.toString(config.hold().toMillis())));
        items.forEach(item -> arguments.addAll(List.of(item.sku(), Integer.toString(item.quantity()))));
        return run(GateScript.HOLD, arguments).map(RedisGate::texts);
    }

    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 1, delayUnit = ChronoUnit.SECONDS)
    Uni<Void> release(String name) {
        return run(GateScript.SETTLE, List.of("0", name)).replaceWithVoid();
    }

    private Uni<Response> run(GateScript script, List<String> arguments) {
        return Uni.createFrom()
                .completionStage(() -> inTime(call(script, arguments)).toCompletionStage());
    }

    private Future<Response> call(GateScript script, List<String> arguments) {
        return redis.evalsha(script.evalSha(arguments))
                .recover(failure -> GateScript.isUnknown(failure)
                        ? redis.eval(script.eval(arguments))
                        : Future.failedFuture(failure));
    }

    /** Nothing is cancelled: a cancelled call could cost its connection (quarkus#56393). */
    private Future<Response> inTime(Future<Response> call) {
        Promise<Response> waiting = ((VertxInternal) vertx).promise();
        long timer = vertx.setTimer(config.timeout().toMillis(), id -> waiting.tryFail(new TimeoutException()));
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

    private static List<String> texts(Response answer) {
        return StreamSupport.stream(answer.spliterator(), false)
                .map(Response::toString)
                .toList();
    }
}
