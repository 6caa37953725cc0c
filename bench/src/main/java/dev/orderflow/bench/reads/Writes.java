package dev.orderflow.bench.reads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.saga.Shop;
import dev.orderflow.devservices.http.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Whether reads disturb writes: what a customer waits for an order, with nobody reading, beside all reads, and with nobody
 * reading again, so that what the machine did meanwhile shows in the difference of the first and the last.
 *
 * @param reads what was read meanwhile
 */
record Writes(Placing before, Placing beside, Timing reads, Placing after) {

    /** Until order knows the shop's products, and its code is warm. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    /**
     * @param perSecond of all reads together
     * @param length of each of the three
     */
    static Writes measured(
            Caller caller, Shop shop, List<Read> reads, double perSecond, Duration length, Consumer<String> progress) {
        Placing.begin(caller, shop::order, WARM_UP).ended();
        progress.accept("Placing %.0f orders a second".formatted(Placing.PER_SECOND));
        var before = Placing.begin(caller, shop::order, length).ended();
        progress.accept("With nobody reading: " + before);
        var beside = Placing.begin(caller, shop::order, length);
        var timing = Timing.of(caller, reads, perSecond, length);
        progress.accept(
                "Beside %.0f reads a second: %s; the reads: %s".formatted(perSecond, beside.ended(), timing.all()));
        var after = Placing.begin(caller, shop::order, length).ended();
        progress.accept("With nobody reading again: " + after);
        return new Writes(before, beside, timing, after);
    }

    /** Why these times tell nothing, for people. */
    List<String> faults() {
        var faults = new ArrayList<>(reads.faults());
        Stream.of(before, beside, after)
                .filter(placing -> !placing.tookAll())
                .forEach(placing -> faults.add("not all orders were taken: " + placing));
        return faults;
    }

    ObjectNode json() {
        var node = Json.object().put("perSecond", Placing.PER_SECOND);
        node.set("before", before.json());
        node.set("besideReads", beside.json());
        node.set("after", after.json());
        return node;
    }
}
