package dev.orderflow.systemtests.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sends generated requests to all operations, several at once, and collects what was not answered as described. The first
 * part is hopeless requests in batches: if nothing in a batch was accepted, nothing may have changed. The same seed makes
 * the same requests.
 */
public final class Fuzz {

    /** An operation and who calls it. */
    public record Target(ApiCall call, Sender sender) {}

    private record Exchange(Target target, ApiRequest request, ApiAnswer answer) {

        boolean hasEffect() {
            boolean reads = List.of("GET", "HEAD", "OPTIONS").contains(request.method());
            return !reads && answer.status() < 400;
        }
    }

    private static final int ABREAST = 4;
    private static final int BATCH = 100;

    private final List<Target> targets;
    private final long seed;
    private final Watch watch;
    private final Findings findings = new Findings();
    private final Map<Integer, Integer> statuses = new HashMap<>();
    private Map<String, String> last;
    private int compared;
    private int unexplained;

    /** @param watch what may not be changed by a refused request */
    public Fuzz(List<Target> targets, long seed, Watch watch) {
        this.targets = targets;
        this.seed = seed;
        this.watch = watch;
    }

    /** @param count how many requests, two fifths of them hopeless */
    public Findings run(int count) {
        int hopeless = count * 2 / 5;
        for (int first = 0; first < hopeless; first += BATCH) {
            refuse(first, Math.min(first + BATCH, hopeless));
        }
        exchange(hopeless, count, false).forEach(this::check);
        return findings;
    }

    /** How often the state was compared. */
    public int compared() {
        return compared;
    }

    /** How many answers there were of each status. */
    public Map<Integer, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    private void refuse(int first, int end) {
        var before = last == null ? watch.settled() : last;
        var exchanges = exchange(first, end, true);
        exchanges.forEach(this::check);
        if (exchanges.stream().anyMatch(Exchange::hasEffect)) {
            last = null;
            return;
        }
        compared++;
        last = watch.now();
        if (!last.equals(before)) {
            explain(exchanges, difference(before, last));
            last = null;
        }
    }

    /** A change that none of them repeats may have been something else's; a second one is not. */
    private void explain(List<Exchange> exchanges, String change) {
        var before = watch.settled();
        for (var exchange : exchanges) {
            send(exchange.target(), exchange.request());
            var after = watch.now();
            if (!after.equals(before)) {
                findings.add(exchange.target().call(), exchange.request(), "refused, but " + difference(before, after));
                return;
            }
        }
        var any = exchanges.getFirst();
        if (unexplained++ > 0) {
            findings.add(any.target().call(), any.request(), "a batch that was refused, this first: " + change);
        }
    }

    private static String difference(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(part -> !part.getValue().equals(before.get(part.getKey())))
                .map(part -> part.getKey() + " was " + before.get(part.getKey()) + " and is " + part.getValue())
                .collect(Collectors.joining(", "));
    }

    private void check(Exchange exchange) {
        statuses.merge(exchange.answer().status(), 1, Integer::sum);
        var call = exchange.target().call();
        var lies = Truth.lies(call, exchange.request(), exchange.answer());
        if (!lies.isEmpty() && findings.isNew(call, lies.getFirst())) {
            var shortest = new Shortening(request -> Truth.lies(call, request, send(exchange.target(), request)))
                    .of(exchange.request(), lies.getFirst());
            findings.add(call, shortest, lies.getFirst());
        }
    }

    private List<Exchange> exchange(int first, int end, boolean hopeless) {
        var work = IntStream.range(0, ABREAST)
                .<Callable<List<Exchange>>>mapToObj(lane -> () -> lane(first + lane, end, hopeless))
                .toList();
        try (var lanes = Executors.newFixedThreadPool(ABREAST)) {
            var all = new ArrayList<Exchange>();
            for (var lane : lanes.invokeAll(work)) {
                all.addAll(lane.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private List<Exchange> lane(int first, int end, boolean hopeless) throws IOException {
        var wires = new HashMap<String, Wire>();
        var exchanges = new ArrayList<Exchange>();
        for (int number = first; number < end; number += ABREAST) {
            var random = new Random(seed * 1_000_003 + number);
            random.nextLong();
            var target = Wild.one(targets, random);
            var request = new Requests(target.call(), target.sender()).make(random, hopeless);
            var wire = wires.computeIfAbsent(target.call().api().baseUrl(), Wire::new);
            exchanges.add(new Exchange(target, request, answer(wire, request)));
        }
        for (var wire : wires.values()) {
            wire.close();
        }
        return exchanges;
    }

    /** A connection that is cut without an answer is a finding like any other. */
    private static ApiAnswer answer(Wire wire, ApiRequest request) {
        try {
            return wire.send(request);
        } catch (IOException e) {
            return new ApiAnswer(599, Map.of(), "no answer: " + e);
        }
    }

    private static ApiAnswer send(Target target, ApiRequest request) {
        try (var wire = new Wire(target.call().api().baseUrl())) {
            return answer(wire, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
