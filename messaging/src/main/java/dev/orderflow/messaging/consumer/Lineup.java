package dev.orderflow.messaging.consumer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A batch, divided: what may be handled now; and what becomes a dead letter, because it can't be read or must not
 * overtake one of its line. Both in partition order.
 */
record Lineup(List<Delivery> next, List<Incoming> held) {

    /** @param closed the lines that were closed before this batch; in it, poison closes its line for what comes after */
    static Lineup of(List<Incoming> batch, Set<String> closed) {
        var shut = new HashSet<>(closed);
        var lineup = new Lineup(new ArrayList<>(), new ArrayList<>());
        for (var incoming : batch) {
            if (incoming.isPoison()) {
                shut.add(incoming.line());
            }
            lineup.add(incoming, incoming.isPoison() || incoming.line() != null && shut.contains(incoming.line()));
        }
        return lineup;
    }

    int poison() {
        return (int) held.stream().filter(Incoming::isPoison).count();
    }

    private void add(Incoming incoming, boolean isHeld) {
        if (isHeld) {
            held.add(incoming);
        } else {
            next.add(incoming.delivery());
        }
    }
}
