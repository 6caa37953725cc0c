package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.load.OpenLoop;
import java.time.Duration;

/**
 * Until the services' code is compiled and the planner knows the tables a little; at a measured rate, since a system that
 * is flooded works in large batches, and takes as long again to be done with them.
 */
final class WarmUp {

    private static final Duration LAP = Duration.ofSeconds(20);
    /** Ten minutes: seven JVMs share two compilers' threads with the work. */
    private static final int MOST_LAPS = 30;

    private static final int CONNECTIONS = 32;

    private final Bed bed;

    WarmUp(Bed bed) {
        this.bed = bed;
    }

    /** The share of the compilers in the system's processor time, lap by lap. */
    ObjectNode run(double perSecond) {
        return Laps.run(bed.system(), MOST_LAPS, () -> order(perSecond));
    }

    private void order(double perSecond) {
        var steady = new Steady();
        try (var caller = new Caller(CONNECTIONS)) {
            Caller.await(new OpenLoop(caller, bed.shop()::order, steady).run(perSecond, LAP));
        }
        bed.witness().awaitEnds(steady.orders());
    }
}
