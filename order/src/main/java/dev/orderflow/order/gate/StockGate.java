package dev.orderflow.order.gate;

import dev.orderflow.order.domain.pricing.Item;
import dev.orderflow.order.gate.Admission.Admitted;
import dev.orderflow.order.gate.Admission.Missing;
import dev.orderflow.order.gate.Admission.SoldOut;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Takes a hold on stock before an order is accepted. It fails open: a gate that is slow, wrong or away admits everybody,
 * and is counted.
 */
@Singleton
public final class StockGate {

    private static final Logger LOG = Logger.getLogger(StockGate.class);
    private static final String COUNTER = "orderflow.order.gate";

    private final RedisGate redis;
    private final MeterRegistry registry;

    @Inject
    StockGate(RedisGate redis, MeterRegistry registry) {
        this.redis = redis;
        this.registry = registry;
    }

    /**
     * @param name the same name holds once, however often it is asked for
     * @return fails with {@link CrowdedException}, and with nothing else
     */
    public Uni<Admission> hold(String name, List<Item> items) {
        return redis.hold(name, items)
                .map(this::read)
                .onFailure(CrowdedException.class)
                .invoke(() -> count("crowded"))
                .onFailure(failure -> !(failure instanceof CrowdedException))
                .recoverWithItem(this::open);
    }

    /** Gives back what no order came of. Never fails: a hold that stays ends by itself. */
    public Uni<Void> release(String name) {
        return redis.release(name)
                .onFailure()
                .invoke(failure -> LOG.debugf("a hold waits for its end: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Admission read(List<String> answer) {
        count(answer.getFirst().toLowerCase(Locale.ROOT));
        return switch (answer.getFirst()) {
            case "SHORT" -> new SoldOut(missing(answer));
            case "AGAIN" -> new Admitted(false);
            default -> new Admitted(true);
        };
    }

    private static List<Missing> missing(List<String> answer) {
        var missing = new ArrayList<Missing>();
        for (int n = 1; n < answer.size(); n += 2) {
            missing.add(new Missing(answer.get(n), Long.parseLong(answer.get(n + 1))));
        }
        missing.sort(Comparator.comparing(Missing::sku));
        return missing;
    }

    private Admission open(Throwable failure) {
        LOG.debugf("the gate is open: %s", failure);
        count("open");
        return new Admitted(false);
    }

    private void count(String outcome) {
        registry.counter(COUNTER, "outcome", outcome).increment();
    }
}
