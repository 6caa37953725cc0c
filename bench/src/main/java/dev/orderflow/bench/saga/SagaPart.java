package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.load.OpenLoop;
import dev.orderflow.devservices.http.Json;
import java.time.Duration;
import java.util.List;

/**
 * Orders at a steady rate, open loop: how long until each is answered, confirmed and delivered, from the moment at which it
 * was to be sent; and what each costs.
 */
final class SagaPart {

    private static final int CONNECTIONS = 64;

    private final Bed bed;

    SagaPart(Bed bed) {
        this.bed = bed;
    }

    ObjectNode run(List<Double> rates, Duration length) {
        var node = Json.object();
        node.set("idle", Idle.of(bed.system()));
        for (double rate : rates) {
            node.set("at " + Math.round(rate), run(rate, length).figures(bed.witness()));
        }
        return node;
    }

    /** Begins at rest, and returns at rest. */
    SagaRun run(double perSecond, Duration length) {
        Rest.await(bed.system());
        var steady = new Steady();
        var before = Footprint.of(bed.system());
        long began = System.nanoTime();
        var backlog = send(perSecond, length, steady);
        bed.witness().awaitEnds(steady.orders());
        double toRest = Rest.await(bed.system());
        double seconds = (System.nanoTime() - began) / 1e9;
        return new SagaRun(
                perSecond, steady, backlog, toRest, Footprint.of(bed.system()).minus(before), seconds);
    }

    private List<Long> send(double perSecond, Duration length, Steady steady) {
        int before = bed.witness().delivered().size();
        long began = System.nanoTime();
        try (var caller = new Caller(CONNECTIONS);
                var backlog = Sampler.of(() -> sent(perSecond, length, began)
                        - bed.witness().delivered().size()
                        + before)) {
            Caller.await(new OpenLoop(caller, bed.shop()::order, steady).run(perSecond, length));
            return backlog.samples();
        }
    }

    /** Orders whose moment has come. */
    private static long sent(double perSecond, Duration length, long began) {
        long nanos = Math.min(length.toNanos(), System.nanoTime() - began);
        return Math.round(perSecond * nanos / 1e9);
    }
}
