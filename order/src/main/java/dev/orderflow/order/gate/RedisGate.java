package dev.orderflow.order.gate;

import dev.orderflow.contracts.gate.GateScript;
import dev.orderflow.order.domain.pricing.Item;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The gate's scripts. A hold that is asked for twice by one name is one hold. */
@Singleton
class RedisGate {

    private final GuardedRedis redis;
    private final GateConfig config;
    private final Line<Response> line;
    private final Line<Response> wayOut;

    @Inject
    RedisGate(GuardedRedis redis, GateConnection connection, Vertx vertx, GateConfig config) {
        this.redis = redis;
        this.config = config;
        this.line = new Line<>(vertx, connection.loop(), config.calls(), config.line());
        this.wayOut = new Line<>(vertx, connection.loop(), config.calls(), config.line());
    }

    Uni<List<String>> hold(String name, List<Item> items) {
        var arguments =
                new ArrayList<>(List.of(name, Long.toString(config.hold().toMillis())));
        items.forEach(item -> arguments.addAll(List.of(item.sku(), Integer.toString(item.quantity()))));
        return line.call(() -> redis.run(GateScript.HOLD, arguments)).map(RedisGate::texts);
    }

    /** By a line of its own: behind a crowd it would come too late, and pieces that are there be refused meanwhile. */
    Uni<Void> release(String name) {
        return wayOut.call(() -> redis.run(GateScript.SETTLE, List.of("0", name)))
                .replaceWithVoid();
    }

    private static List<String> texts(Response answer) {
        return StreamSupport.stream(answer.spliterator(), false)
                .map(Response::toString)
                .toList();
    }
}
