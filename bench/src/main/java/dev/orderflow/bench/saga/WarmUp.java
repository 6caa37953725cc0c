package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.load.OpenLoop;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.devservices.http.Json;
import java.time.Duration;

/**
 * Until the services' code is compiled and the planner knows the tables a little; at a measured rate, since a system that
 * is flooded works in large batches, and takes as long again to be done with them.
 */
final class WarmUp {

    private static final Duration LAP = Duration.ofSeconds(20);
    private static final int LEAST_LAPS = 2;
    private static final int MOST_LAPS = 9;

    /** Of all processor time. */
    private static final double COMPILED = 0.1;

    private static final int CONNECTIONS = 32;

    private final Bed bed;

    WarmUp(Bed bed) {
        this.bed = bed;
    }

    /** The share of the compilers in the system's processor time, lap by lap. */
    ObjectNode run(double perSecond) {
        var shares = Json.object();
        double share = 1;
        for (int lap = 1; lap <= LEAST_LAPS || share > COMPILED && lap <= MOST_LAPS; lap++) {
            var before = Footprint.of(bed.system());
            order(perSecond);
            var used = Footprint.of(bed.system()).minus(before);
            share = (double) used.compilerMillis() / used.systemCpuMillis();
            shares.put("compilers' share in lap " + lap, Figures.rounded(share));
        }
        return shares;
    }

    private void order(double perSecond) {
        var steady = new Steady();
        try (var caller = new Caller(CONNECTIONS)) {
            Caller.await(new OpenLoop(caller, bed.shop()::order, steady).run(perSecond, LAP));
        }
        bed.witness().awaitEnds(steady.orders());
    }
}
