package dev.orderflow.messaging.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The counters of one batch: which ticks each has seen, in the order in which they took effect. */
public final class Tallies {

    private final SortedMap<String, List<Long>> seen = new TreeMap<>();

    void put(String counter, Long[] ticks) {
        seen.put(counter, new ArrayList<>(List.of(ticks)));
    }

    void see(String counter, long n) {
        seen.get(counter).add(n);
    }

    SortedMap<String, List<Long>> all() {
        return seen;
    }
}
