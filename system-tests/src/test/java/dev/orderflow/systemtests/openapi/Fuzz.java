package dev.orderflow.systemtests.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sends generated requests to all operations, several at once, and collects what was not answered as described. None that is
 * refused may change anything. The first part is hopeless requests: they are sent while nothing else happens, and the state is
 * compared. The others are sent all at once; those that were refused are then sent again in the same way, once what was
 * accepted has come to its end. The same seed makes the same requests.
 */
public final class Fuzz {

    /** An operation and who calls it. */
    public record Target(ApiCall call, Sender sender) {}

    private static final int BATCH = 100;

    /** Larger, because something of it may be accepted the second time, which is to be waited for. */
    private static final int BATCH_AGAIN = 400;

    private final List<Target> targets;
    private final long seed;
    private final Findings findings = new Findings();
    private final StandStill still;
    private final Map<Integer, Integer> statuses = new HashMap<>();

    /** @param watch what may not be changed by a refused request */
    public Fuzz(List<Target> targets, long seed, Watch watch) {
        this.targets = targets;
        this.seed = seed;
        this.still = new StandStill(watch, findings);
    }

    /** @param count how many requests, two fifths of them hopeless; those that are sent again come on top */
    public Findings run(int count) {
        int hopeless = count * 2 / 5;
        for (var batch : batches(trials(0, hopeless, true), BATCH)) {
            still.send(batch).forEach(this::check);
        }
        var exchanges = Lanes.send(trials(hopeless, count, false));
        exchanges.forEach(this::check);
        still.others();
        for (var batch : batches(refused(exchanges), BATCH_AGAIN)) {
            still.send(batch);
        }
        return findings;
    }

    /** Sends batches of requests of which each must be refused as it says, and none may change anything. */
    public Findings refuse(List<List<Refusal>> batches) {
        still.others();
        batches.forEach(this::refuseBatch);
        return findings;
    }

    private void refuseBatch(List<Refusal> batch) {
        var expected = batch.stream().collect(Collectors.toMap(Refusal::trial, Function.identity()));
        for (var exchange : still.send(List.copyOf(expected.keySet()))) {
            check(exchange);
            expected.get(exchange.trial())
                    .lie(exchange.answer())
                    .ifPresent(lie -> findings.add(
                            exchange.trial().call(), exchange.trial().request(), lie));
        }
    }

    /** How often the state was compared. */
    public int compared() {
        return still.compared();
    }

    /** How many refused requests lay between those comparisons. */
    public int refused() {
        return still.refused();
    }

    /** How many answers there were of each status, to requests that were sent for the first time. */
    public Map<Integer, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    private List<Trial> trials(int first, int end, boolean hopeless) {
        return IntStream.range(first, end)
                .mapToObj(number -> trial(number, hopeless))
                .toList();
    }

    private Trial trial(int number, boolean hopeless) {
        var random = new Random(seed * 1_000_003 + number);
        random.nextLong();
        var target = Wild.one(targets, random);
        return new Trial(target.call(), new Requests(target.call(), target.sender()).make(random, hopeless));
    }

    private static List<Trial> refused(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(Exchange::isRefused)
                .map(Exchange::trial)
                .toList();
    }

    private static List<List<Trial>> batches(List<Trial> trials, int size) {
        var batches = new ArrayList<List<Trial>>();
        for (int first = 0; first < trials.size(); first += size) {
            batches.add(trials.subList(first, Math.min(first + size, trials.size())));
        }
        return batches;
    }

    private void check(Exchange exchange) {
        statuses.merge(exchange.answer().status(), 1, Integer::sum);
        var trial = exchange.trial();
        var lies = Truth.lies(trial.call(), trial.request(), exchange.answer());
        if (!lies.isEmpty() && findings.isNew(trial.call(), lies.getFirst())) {
            still.others();
            var shortest = new Shortening(request -> lies(trial.call(), request)).of(trial.request(), lies.getFirst());
            findings.add(trial.call(), shortest, lies.getFirst());
        }
    }

    private static List<String> lies(ApiCall call, ApiRequest request) {
        return Truth.lies(
                call, request, Lanes.sendAlone(new Trial(call, request)).answer());
    }
}
