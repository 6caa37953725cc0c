package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.devservices.http.Json;
import java.util.List;

/**
 * Orders that were sent at a steady rate, and what became of them.
 *
 * @param backlog orders that were to be sent and were not delivered, each second while orders were sent
 * @param toRest seconds from the last that was delivered until nothing was left to do, mails above all
 * @param used by all of them, with their mails
 * @param seconds until then
 */
record SagaRun(double perSecond, Steady steady, List<Long> backlog, double toRest, Footprint used, double seconds) {

    /** What is left of a system that keeps up: mails of the last orders, and how long it takes to see that they are sent. */
    private static final double SOON = 5;

    /**
     * Whether the system could go on like this for ever.
     *
     * @param longerSeconds by which an order may take longer at the end than at the beginning
     */
    boolean isStable(Witness witness, double longerSeconds) {
        return steady.refused() == 0
                && steady.missingIn(witness.delivered()) == 0
                && toRest < SOON
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
                .put("neverDelivered", steady.missingIn(witness.delivered()))
                .put("secondsToRest", Figures.rounded(toRest));
        node.set("answered", Figures.times(steady.answered()));
        node.set("confirmed", Figures.times(steady.until(witness.confirmed())));
        node.set("delivered", Figures.times(delivered));
        node.set("backlog", Figures.series(backlog));
        node.set("cost", Cost.each(used, Math.max(1, delivered.getTotalCount()), seconds));
        return node;
    }
}
