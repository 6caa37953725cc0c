package dev.orderflow.order.gate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.order.domain.pricing.Item;
import dev.orderflow.order.gate.Admission.Admitted;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That this service is busy does not make Redis slow, and opens no gate. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "order"))
class CrowdIT {

    private static final int CROWD = 5_000;
    private static final int PIECES = 100;

    /** Of calls to Redis. */
    private static final int A_ROUND = 32;

    @Inject
    StockGate gate;

    @Inject
    RedisAPI redis;

    @Inject
    MeterRegistry registry;

    private final String sku = "crowd-" + UUID.randomUUID();

    /**
     * Many more at once than Redis can answer in its time, and than the event loops can read. Where Redis itself gets no
     * CPU for that long, it costs a round of calls, or two.
     */
    @Test
    void letsAsManyInAsThereArePiecesHoweverManyAskAtOnce() {
        EmbeddedParts.shared().start(Name.REDIS);
        awaitGate();
        redis.hset(List.of("{stock}:levels", sku, PIECES + ":1")).await().indefinitely();
        var openBefore = count("open");

        var asked = IntStream.range(0, CROWD).mapToObj(n -> ask()).toList();
        var admitted = asked.stream()
                .map(CompletableFuture::join)
                .filter(Admitted.class::isInstance)
                .count();

        var opened = (int) (count("open") - openBefore);
        assertThat(opened).isLessThan(3 * A_ROUND);
        assertThat(admitted).isBetween((long) PIECES, (long) PIECES + opened);
    }

    /** Another test may have killed Redis, and order tries a connection only now and then. */
    private void awaitGate() {
        await().atMost(20, SECONDS).until(() -> {
            var openBefore = count("open");
            gate.hold(UUID.randomUUID().toString(), List.of(new Item("probe-" + sku, 1)))
                    .await()
                    .indefinitely();
            return count("open") == openBefore;
        });
    }

    private CompletableFuture<Admission> ask() {
        return gate.hold(UUID.randomUUID().toString(), List.of(new Item(sku, 1)))
                .subscribeAsCompletionStage();
    }

    private double count(String outcome) {
        return registry.counter("orderflow.order.gate", "outcome", outcome).count();
    }
}
