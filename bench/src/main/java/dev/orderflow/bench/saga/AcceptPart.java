package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.load.ClosedLoop;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.devservices.http.Json;
import java.time.Duration;
import java.util.List;

/** Orders as fast as they are answered, over so many connections; times are from the sending. */
final class AcceptPart {

    private static final List<Integer> CONNECTIONS = List.of(32, 256);

    private final Bed bed;

    AcceptPart(Bed bed) {
        this.bed = bed;
    }

    /**
     * With each number of connections, while sagas go on and while none does.
     *
     * @param most orders in each run
     */
    ObjectNode run(int most, Duration length) {
        var node = Json.object();
        for (int connections : CONNECTIONS) {
            node.set(connections + " connections, sagas running", accept(connections, most, length));
            node.set(connections + " connections, sagas paused", acceptPaused(connections, most, length));
        }
        return node;
    }

    private ObjectNode acceptPaused(int connections, int most, Duration length) {
        var steady = new Steady();
        double seconds = Operator.whileSagasPause(bed.system(), () -> send(steady, connections, most, length));
        return figures(steady, seconds);
    }

    private ObjectNode accept(int connections, int most, Duration length) {
        var steady = new Steady();
        return figures(steady, send(steady, connections, most, length));
    }

    /** @return how many seconds it took */
    private double send(Steady steady, int connections, int most, Duration length) {
        long began = System.nanoTime();
        try (var caller = new Caller(connections)) {
            Caller.await(new ClosedLoop(caller, bed.shop()::order, steady).run(connections, most, length));
            return (System.nanoTime() - began) / 1e9;
        }
    }

    /** Waits until what was taken is carried out, so that it is not measured with what comes next. */
    private ObjectNode figures(Steady steady, double seconds) {
        long ended = System.nanoTime();
        bed.witness().awaitEnds(steady.orders());
        double until = (System.nanoTime() - ended) / 1e9;
        Rest.await(bed.system());
        var node = Json.object()
                .put("taken", steady.taken())
                .put("perSecond", Figures.rounded(steady.taken() / seconds))
                .put("refused", steady.refused())
                .put("secondsUntilAllWereDelivered", Figures.rounded(until))
                .put("neverDelivered", steady.missingIn(bed.witness().delivered()));
        node.set("answered", Figures.times(steady.answered()));
        node.set("refusals", Json.MAPPER.valueToTree(steady.refusals()));
        return node;
    }
}
