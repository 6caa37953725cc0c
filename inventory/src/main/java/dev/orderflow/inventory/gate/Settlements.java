package dev.orderflow.inventory.gate;

import dev.orderflow.inventory.domain.Stock;
import dev.orderflow.messaging.loop.PollLoop;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Tells the gate what has committed, soon. What is lost in a crash heals by the next push of all levels and by the expiry
 * of the holds; while Redis is away, the holds are kept for later.
 */
@ApplicationScoped
public class Settlements {

    private static final Duration IDLE = Duration.ofMinutes(1);

    /** A hold is a few dozen bytes, and ends by itself after a while. */
    private static final int MOST_KEPT = 100_000;

    private final RedisGate gate;
    private final MeterRegistry registry;
    private final PollLoop loop;
    private Map<String, Stock> levels = new HashMap<>();
    private Set<String> holds = new HashSet<>();

    @Inject
    Settlements(RedisGate gate, MeterRegistry registry, Vertx vertx) {
        this.gate = gate;
        this.registry = registry;
        this.loop = new PollLoop(vertx, "settle", this::turn, IDLE, IDLE);
    }

    /** From any thread, after the commit. */
    public void committed(Collection<Stock> changed, Collection<String> settled) {
        if (changed.isEmpty() && settled.isEmpty()) {
            return;
        }
        synchronized (this) {
            changed.forEach(stock -> levels.merge(stock.sku(), stock, Settlements::newer));
            holds.addAll(settled);
        }
        loop.nudge();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop().completeOnTimeout(null, 2, TimeUnit.SECONDS).join();
    }

    private Uni<Boolean> turn() {
        List<Stock> told;
        Set<String> settled;
        synchronized (this) {
            told = new ArrayList<>(levels.values());
            settled = holds;
            levels = new HashMap<>();
            holds = new HashSet<>();
        }
        if (told.isEmpty() && settled.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return gate.settle(told, settled)
                .onFailure()
                .invoke(() -> keep(settled))
                .replaceWith(false);
    }

    /** To settle twice is harmless. The levels are pushed again anyway. */
    private synchronized void keep(Set<String> unsettled) {
        if (holds.size() + unsettled.size() <= MOST_KEPT) {
            holds.addAll(unsettled);
        } else {
            registry.counter("orderflow.inventory.gate.lost").increment(unsettled.size());
        }
    }

    private static Stock newer(Stock one, Stock other) {
        return one.version() >= other.version() ? one : other;
    }
}
