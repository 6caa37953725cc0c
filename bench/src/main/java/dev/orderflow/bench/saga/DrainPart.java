package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.load.ClosedLoop;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.devservices.http.Json;
import java.time.Duration;
import java.util.List;

/** A backlog that nobody works on, by an operator's lever at inventory, and how fast it is completed once it is let go. */
final class DrainPart {

    private static final int CONNECTIONS = 32;
    private static final Duration TO_TAKE = Duration.ofMinutes(5);

    private final Bed bed;

    DrainPart(Bed bed) {
        this.bed = bed;
    }

    ObjectNode run(int backlog) {
        var steady = new Steady();
        var before = Operator.whileSagasPause(bed.system(), () -> {
            take(backlog, steady);
            Rest.await(bed.system());
            return Footprint.of(bed.system());
        });
        return complete(steady, before);
    }

    private void take(int backlog, Steady steady) {
        try (var caller = new Caller(CONNECTIONS)) {
            Caller.await(new ClosedLoop(caller, bed.shop()::order, steady).run(CONNECTIONS, backlog, TO_TAKE));
        }
    }

    private ObjectNode complete(Steady steady, Footprint before) {
        int delivered = bed.witness().delivered().size();
        long began = System.nanoTime();
        try (var progress = Sampler.of(() -> bed.witness().delivered().size() - delivered)) {
            bed.witness().awaitEnds(steady.orders());
            double seconds = (System.nanoTime() - began) / 1e9;
            var soFar = progress.samples();
            double toRest = Rest.await(bed.system());
            return figures(steady, seconds, toRest, Footprint.of(bed.system()).minus(before), soFar);
        }
    }

    private ObjectNode figures(Steady steady, double seconds, double toRest, Footprint used, List<Long> progress) {
        var orders = steady.orders();
        long cancelled = orders.stream().filter(bed.witness()::isCancelled).count();
        long delivered = steady.taken() - steady.missingIn(bed.witness().delivered());
        var node = Json.object()
                .put("backlog", steady.taken())
                .put("refused", steady.refused())
                .put("delivered", delivered)
                .put("deliveredPerSecond", Figures.rounded(delivered / seconds))
                .put("seconds", Figures.rounded(seconds))
                .put("secondsToRest", Figures.rounded(toRest))
                .put("cancelledForTheirDeadline", cancelled)
                .put("neverEnded", steady.taken() - delivered - cancelled);
        node.set("deliveredSoFar", Figures.series(progress));
        node.set("cost", Cost.each(used, Math.max(1, delivered), seconds + toRest));
        return node;
    }
}
