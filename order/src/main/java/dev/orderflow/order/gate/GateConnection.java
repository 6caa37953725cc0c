package dev.orderflow.order.gate;

import dev.orderflow.contracts.gate.GateScript;
import dev.orderflow.contracts.gate.Script;
import dev.orderflow.messaging.loop.PollLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Response;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One connection to Redis that is always open, so that an order never waits for one, with all that it does on an event
 * loop that we know: only there can be told whether an answer was late, or whether it has come and the loop was too busy
 * to read it. Checked each second, because a connection that was lost silently fails nothing.
 */
@Singleton
class GateConnection {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final GateOptions options;
    private final Context loop;
    private final PollLoop checks;
    private final Patience patience;
    private Redis client;
    private volatile RedisAPI api;

    /** @param configured is not used, but Quarkus configures only a client that somebody asks for */
    @Inject
    GateConnection(Vertx vertx, GateOptions options, Redis configured) {
        this.vertx = vertx;
        this.options = options;
        this.loop = VertxContext.getRootContext(vertx.getOrCreateContext());
        this.patience = new Patience(vertx, LONGEST);
        this.checks = new PollLoop(vertx, "stock-gate", this::check, EVERY, EVERY);
    }

    void start(@Observes StartupEvent event) {
        checks.nudge();
    }

    void stop(@Observes ShutdownEvent event) {
        checks.stop().completeOnTimeout(null, 2, TimeUnit.SECONDS).join();
        drop();
    }

    Context loop() {
        return loop;
    }

    /**
     * Runs a script, on the loop. Fails at once with {@link RedisAwayException} while Redis is away.
     *
     * @param evalSha what names it
     * @param eval the same with its text, for a Redis that has forgotten it
     */
    Uni<Response> run(List<String> evalSha, List<String> eval, Patience patience) {
        return Uni.createFrom()
                .completionStage(() -> Optional.ofNullable(api)
                        .map(redis -> call(redis, evalSha, eval, patience))
                        .orElseGet(() -> Future.failedFuture(new RedisAwayException()))
                        .toCompletionStage());
    }

    private static Future<Response> call(RedisAPI redis, List<String> evalSha, List<String> eval, Patience patience) {
        return patience.with(redis.evalsha(evalSha))
                .recover(failure ->
                        Script.isUnknown(failure) ? patience.with(redis.eval(eval)) : Future.failedFuture(failure));
    }

    private Uni<Boolean> check() {
        return Uni.createFrom()
                .completionStage(() -> checked().toCompletionStage())
                .onFailure()
                .invoke(this::drop)
                .replaceWith(false);
    }

    private Future<?> checked() {
        Promise<Object> checked = Promise.promise();
        loop.runOnContext(ignored -> patience.with(api == null ? connected() : api.ping(List.of()))
                .<Object>mapEmpty()
                .onComplete(checked));
        return checked.future();
    }

    /** A client's connections are on the loop on which it was made. */
    private Future<Response> connected() {
        client = Redis.createClient(vertx, options.get());
        return client.connect().compose(this::use);
    }

    /** It knows the scripts from the start, so that a hold is one round trip. */
    private Future<Response> use(RedisConnection connection) {
        var connected = RedisAPI.api(connection);
        connection.endHandler(ended -> lost(connected));
        return connected
                .script(GateScript.HOLD.load())
                .compose(loaded -> connected.script(GateScript.SETTLE.load()))
                .compose(loaded -> connected.script(GuardedBuckets.TAKE.load()))
                .onSuccess(loaded -> api = connected);
    }

    private void lost(RedisAPI connection) {
        if (api == connection) {
            drop();
            checks.nudge();
        }
    }

    private void drop() {
        api = null;
        if (client != null) {
            client.close();
        }
    }
}
