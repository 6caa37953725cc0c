package dev.orderflow.inventory.messaging;

import dev.orderflow.inventory.domain.Product;
import dev.orderflow.inventory.persistence.ProductTable;
import dev.orderflow.messaging.loop.PollLoop;
import dev.orderflow.messaging.relay.LeaseTaken;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Publishes the recently changed products again whenever this process takes over the relay: the holder before may still
 * flush an older state behind a newer one, and in a compacted topic the last one stays. What is flushed even later, by a
 * holder that was frozen, {@link DoubtfulProducts} repeats. Readers apply by version, so that a state they know already
 * changes nothing. A failure is tried again until it succeeds.
 */
@ApplicationScoped
class ProductRepublisher {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final UnitsOfWork units;
    private final ProductTable products;
    private final RepublishConfig config;
    private final PollLoop loop;

    private volatile long wanted;
    private long doing;
    private long done;
    private String after;

    @Inject
    ProductRepublisher(UnitsOfWork units, ProductTable products, RepublishConfig config, Vertx vertx) {
        this.units = units;
        this.products = products;
        this.config = config;
        this.loop = new PollLoop(vertx, "republish", this::turn, SHORTEST, IDLE);
    }

    void taken(@ObservesAsync LeaseTaken lease) {
        wanted = lease.epoch();
        loop.nudge();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop().completeOnTimeout(null, 5, TimeUnit.SECONDS).join();
    }

    /** One page, in a transaction of its own; answers whether there is another. */
    private Uni<Boolean> turn() {
        if (done == wanted) {
            return Uni.createFrom().item(false);
        }
        if (doing != wanted) {
            doing = wanted;
            after = "";
        }
        return units.run(this::publishPage).map(this::turned);
    }

    private Uni<List<Product>> publishPage(UnitOfWork work) {
        return products.lockRecent(work.sql(), config.window(), after, config.batch())
                .invoke(page -> work.append(page.stream().map(Republished::of).toList()));
    }

    private boolean turned(List<Product> page) {
        boolean more = page.size() == config.batch();
        if (more) {
            after = page.getLast().sku();
        } else {
            done = doing;
        }
        return more;
    }
}
