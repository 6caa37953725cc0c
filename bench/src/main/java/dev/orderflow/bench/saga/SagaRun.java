package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.devservices.http.Json;
import java.util.List;

/**
 * Orders that were sent at a steady rate, and what became of them.
 *
 * @param backlog orders that were to be sent and were not delivered, each second while orders were sent
 * @param used by all of them
 * @param seconds until the last was delivered
 */
record SagaRun(double perSecond, Steady steady, List<Long> backlog, Footprint used, double seconds) {

    /**
     * Whether the system could go on like this for ever.
     *
     * @param longerSeconds by which an order may take longer at the end than at the beginning
     */
    boolean isStable(Witness witness, double longerSeconds) {
        return steady.refused() == 0
                && steady.missingIn(witness.delivered()) == 0
                && !growth().pilesUp(perSecond, longerSeconds);
    }

    Growth growth() {
        return Growth.of(backlog);
    }

    /** Times in milliseconds, from the moment at which an order was to be sent. */
    ObjectNode figures(Witness witness) {
        var delivered = steady.until(witness.delivered());
        var node = Json.object()
                .put("perSecond", Figures.rounded(perSecond))
                .put("taken", steady.taken())
                .put("refused", steady.refused())
                .put("backlogAtTheEnd", backlog.getLast())
                .put("neverDelivered", steady.missingIn(witness.delivered()));
        node.set("answered", Figures.times(steady.answered()));
        node.set("confirmed", Figures.times(steady.until(witness.confirmed())));
        node.set("delivered", Figures.times(delivered));
        node.set("backlog", Figures.series(backlog));
        node.set("cost", Cost.each(used, Math.max(1, delivered.getTotalCount()), seconds));
        return node;
    }
}
