package dev.orderflow.order.gate;

import dev.orderflow.platform.ratelimit.Buckets;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The customers' buckets in Redis, on the stock gate's connection: one round trip for each call. */
@Singleton
class CustomerBuckets implements Buckets {

    private final GuardedBuckets redis;
    private final Line<Response> line;

    @Inject
    CustomerBuckets(GuardedBuckets redis, GateConnection connection, Vertx vertx, BucketConfig config) {
        this.redis = redis;
        this.line = new Line<>(vertx, connection.loop(), config.calls(), config.timeout());
    }

    @Override
    public Uni<Level> take(String bucket, int tokens, int burst, int perSecond) {
        var arguments = IntStream.of(tokens, burst, perSecond)
                .mapToObj(Integer::toString)
                .toList();
        return line.call(() -> redis.take(bucket, arguments)).map(CustomerBuckets::level);
    }

    private static Level level(Response answer) {
        List<Long> numbers =
                IntStream.range(0, 4).mapToObj(n -> answer.get(n).toLong()).toList();
        return new Level(
                numbers.get(0) == 1,
                numbers.get(1),
                Duration.ofMillis(numbers.get(2)),
                Duration.ofMillis(numbers.get(3)));
    }
}
