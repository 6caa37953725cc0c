package dev.orderflow.systemtests.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Sends requests, several at once, over connections that are kept alive. */
final class Lanes {

    private static final int ABREAST = 4;

    private Lanes() {}

    static List<Exchange> send(List<Trial> trials) {
        var work = IntStream.range(0, ABREAST)
                .<Callable<List<Exchange>>>mapToObj(lane -> () -> lane(trials, lane))
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

    /** On a connection of its own. */
    static Exchange sendAlone(Trial trial) {
        try (var wire = new Wire(trial.baseUrl())) {
            return new Exchange(trial, answer(wire, trial.request()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Exchange> lane(List<Trial> trials, int first) throws IOException {
        var wires = new HashMap<String, Wire>();
        var exchanges = new ArrayList<Exchange>();
        for (int number = first; number < trials.size(); number += ABREAST) {
            var trial = trials.get(number);
            var wire = wires.computeIfAbsent(trial.baseUrl(), Wire::new);
            exchanges.add(new Exchange(trial, answer(wire, trial.request())));
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
}
