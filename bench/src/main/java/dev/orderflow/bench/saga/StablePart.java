package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.bench.saga.RateSearch.Phase;
import dev.orderflow.devservices.http.Json;
import java.time.Duration;

/** The highest rate at which the whole saga keeps up, for a minute, without orders piling up. */
final class StablePart {

    /** Less tells nothing: so long an order may be under way. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /**
     * By how many seconds an order may take longer at the end of what is held: in a minute 2.2 % of the rate may so be left
     * over. Noise excuses no more, since who claims that a rate is stable has to show it.
     */
    private static final double HELD = 1;

    /** The same for a try: half a minute tells less, a good one that is failed ends the search, and a bad one is held next. */
    private static final double TRIED = 2;

    private final Bed bed;
    private final SagaPart saga;

    StablePart(Bed bed) {
        this.bed = bed;
        this.saga = new SagaPart(bed);
    }

    /**
     * @param first orders a second to begin with
     * @param attempt how long a rate is tried
     * @param hold how long the result was held
     */
    ObjectNode run(double first, Duration attempt, Duration hold) {
        var node = Json.object();
        var tries = node.putArray("tries");
        var search = RateSearch.from(first);
        while (search.phase() != Phase.OVER) {
            boolean holding = search.phase() == Phase.HOLDING;
            var run = saga.run(search.perSecond(), atLeast(holding ? hold : attempt));
            boolean stable = note(run, holding ? HELD : TRIED, tries);
            if (stable && holding) {
                node.set("held", run.figures(bed.witness()));
            }
            search = search.after(stable);
        }
        return node.put("perSecond", Figures.rounded(search.perSecond()));
    }

    private boolean note(SagaRun run, double longerSeconds, ArrayNode tries) {
        boolean stable = run.isStable(bed.witness(), longerSeconds);
        long backlog = run.backlog().getLast();
        bed.progress()
                .accept("  %.0f a second: %s, %d under way at the end, all done %.0f s after the last delivery"
                        .formatted(run.perSecond(), stable ? "stable" : "piles up", backlog, run.toRest()));
        tries.addObject()
                .put("perSecond", Figures.rounded(run.perSecond()))
                .put("seconds", run.backlog().size())
                .put("backlogAtTheEnd", backlog)
                .put("backlogGrewPerSecond", Figures.rounded(run.growth().perSecond()))
                .put("secondsToRest", Figures.rounded(run.toRest()))
                .put("stable", stable);
        return stable;
    }

    private static Duration atLeast(Duration wanted) {
        return wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
    }
}
