package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.load.OpenLoop;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.process.Wait;
import java.time.Duration;

/**
 * Orders at a steady rate, open loop: how long until each is answered, confirmed and delivered, from the moment at which it
 * was to be sent; and what each costs.
 */
final class SagaPart {

    private static final int CONNECTIONS = 64;
    private static final Duration TO_DELIVER = Duration.ofSeconds(90);

    private final Bed bed;

    SagaPart(Bed bed) {
        this.bed = bed;
    }

    ObjectNode run(double perSecond, Duration length) {
        var steady = new Steady();
        var before = Footprint.of(bed.system());
        long began = System.nanoTime();
        try (var caller = new Caller(CONNECTIONS)) {
            Caller.await(new OpenLoop(caller, bed.shop()::order, steady).run(perSecond, length));
        }
        long backlog = steady.missingIn(bed.witness().delivered());
        Wait.until(() -> steady.isAllIn(bed.witness().delivered()), TO_DELIVER);
        double seconds = (System.nanoTime() - began) / 1e9;
        var used = Footprint.of(bed.system()).minus(before);
        return figures(perSecond, steady, backlog, used, seconds);
    }

    /** @param backlog orders that were not delivered when the last was sent */
    private ObjectNode figures(double perSecond, Steady steady, long backlog, Footprint used, double seconds) {
        var delivered = steady.until(bed.witness().delivered());
        var node = Json.object()
                .put("perSecond", perSecond)
                .put("taken", steady.taken())
                .put("refused", steady.refused())
                .put("backlogAtTheEnd", backlog)
                .put("neverDelivered", steady.missingIn(bed.witness().delivered()));
        node.set("answered", Figures.times(steady.answered()));
        node.set("confirmed", Figures.times(steady.until(bed.witness().confirmed())));
        node.set("delivered", Figures.times(delivered));
        node.set("cost", Cost.each(used, Math.max(1, delivered.getTotalCount()), seconds));
        return node;
    }
}
