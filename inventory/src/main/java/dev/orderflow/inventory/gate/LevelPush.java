package dev.orderflow.inventory.gate;

import dev.orderflow.inventory.domain.Stock;
import dev.orderflow.inventory.persistence.StockTable;
import dev.orderflow.messaging.loop.PollLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Pushes all levels again and again, page by page: the gate forgets nothing for longer than a round. */
@ApplicationScoped
class LevelPush {

    private static final String BEFORE_ALL = "";

    private final StockTable stocks;
    private final RedisGate gate;
    private final Pool pool;
    private final GateConfig config;
    private final PollLoop loop;
    private String after = BEFORE_ALL;

    @Inject
    LevelPush(StockTable stocks, RedisGate gate, Pool pool, GateConfig config, Vertx vertx) {
        this.stocks = stocks;
        this.gate = gate;
        this.pool = pool;
        this.config = config;
        this.loop = new PollLoop(vertx, "level-push", this::turn, config.pushEvery(), config.pushEvery());
    }

    void start(@Observes StartupEvent event) {
        loop.nudge();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop().completeOnTimeout(null, 2, TimeUnit.SECONDS).join();
    }

    private Uni<Boolean> turn() {
        return stocks.page(pool, after, config.batch())
                .call(page -> page.isEmpty() ? Uni.createFrom().voidItem() : push(page))
                .map(this::turned);
    }

    private Uni<Void> push(List<Stock> page) {
        return gate.settle(page, Set.of())
                .chain(ahead -> ahead.isEmpty() ? Uni.createFrom().voidItem() : doubt(ahead));
    }

    /**
     * A level in the gate was committed before, so that who reads now reads its version or a later one. One that is still
     * ahead was never given, or is from before the database was restored.
     */
    private Uni<Void> doubt(Map<String, String> ahead) {
        return stocks.find(pool, ahead.keySet()).chain(committed -> gate.replace(committed, ahead));
    }

    private boolean turned(List<Stock> page) {
        boolean more = page.size() == config.batch();
        after = more ? page.getLast().sku() : BEFORE_ALL;
        return more;
    }
}
