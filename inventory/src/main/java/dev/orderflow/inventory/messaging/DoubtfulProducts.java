package dev.orderflow.inventory.messaging;

import dev.orderflow.contracts.Topics;
import dev.orderflow.inventory.persistence.ProductTable;
import dev.orderflow.messaging.loop.PollLoop;
import dev.orderflow.messaging.relay.LeaseLost;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Appends the present state of products once more whose events were on their way when this process lost the relay's lease
 * unnoticed: after a freeze its producer flushes states that may be older than what its successor has published, and in
 * the compacted topic the last one stays. Whoever holds the lease publishes them. Only who was frozen knows what it held,
 * and when it woke; so it tries until it succeeds, and once more while it stops. If it is killed between the two, the
 * older state stays until the product changes again.
 */
@ApplicationScoped
class DoubtfulProducts {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final UnitsOfWork units;
    private final ProductTable products;
    private final PollLoop loop;
    private final Set<String> doubtful = ConcurrentHashMap.newKeySet();

    @Inject
    DoubtfulProducts(UnitsOfWork units, ProductTable products, Vertx vertx) {
        this.units = units;
        this.products = products;
        this.loop = new PollLoop(vertx, "doubtful products", this::turn, SHORTEST, IDLE);
    }

    void lost(@Observes LeaseLost lease) {
        doubtful.addAll(lease.keysOf(Topics.PRODUCT_EVENTS));
        if (!doubtful.isEmpty()) {
            loop.nudge();
        }
    }

    /** Behind the relay, which may find its lease lost only now. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER + 1) ShutdownEvent event) {
        loop.stop()
                .thenCompose(stopped -> loop.last(this::turn))
                .exceptionally(failure -> false)
                .completeOnTimeout(null, 5, TimeUnit.SECONDS)
                .join();
    }

    private Uni<Boolean> turn() {
        var skus = Set.copyOf(doubtful);
        doubtful.removeAll(skus);
        return skus.isEmpty()
                ? Uni.createFrom().item(false)
                : units.run(work -> repeat(work, skus))
                        .onFailure()
                        .invoke(() -> doubtful.addAll(skus))
                        .replaceWith(false);
    }

    private Uni<Void> repeat(UnitOfWork work, Set<String> skus) {
        return products.lockAll(work.sql(), skus)
                .invoke(found -> work.append(found.stream().map(Republished::of).toList()))
                .replaceWithVoid();
    }
}
