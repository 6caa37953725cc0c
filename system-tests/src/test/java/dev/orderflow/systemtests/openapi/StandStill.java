package dev.orderflow.systemtests.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sends what is to be refused while nothing else happens, and holds it to changing nothing. */
final class StandStill {

    private final Watch watch;
    private final Findings findings;
    private Map<String, String> last;
    private int compared;
    private int refused;

    StandStill(Watch watch, Findings findings) {
        this.watch = watch;
        this.findings = findings;
    }

    /**
     * What is accepted after all makes the comparison worthless: it is left out, and the others are sent again once that has
     * come to its end. So each request is either accepted or compared.
     *
     * @return what the first sending brought
     */
    List<Exchange> send(List<Trial> trials) {
        var before = atRest();
        var exchanges = Lanes.send(trials);
        var others = exchanges.stream()
                .filter(exchange -> !exchange.hasEffect())
                .map(Exchange::trial)
                .toList();
        if (others.size() == trials.size()) {
            compare(before, others);
        } else {
            last = null;
            if (!others.isEmpty()) {
                send(others);
            }
        }
        return exchanges;
    }

    /** Something else was sent: the state is not what it was last seen to be. */
    void others() {
        last = null;
    }

    /** How often the state was compared. */
    int compared() {
        return compared;
    }

    /** How many requests lay between those comparisons. */
    int refused() {
        return refused;
    }

    private Map<String, String> atRest() {
        return last == null ? watch.settled() : last;
    }

    private void compare(Map<String, String> before, List<Trial> trials) {
        compared++;
        refused += trials.size();
        last = watch.now();
        if (!last.equals(before)) {
            explain(trials, difference(before, last));
        }
    }

    /** One by one: who changes something again is the culprit. What none of them does again was done all the same. */
    private void explain(List<Trial> trials, String change) {
        last = null;
        for (var trial : trials) {
            var before = atRest();
            boolean accepted = Lanes.sendAlone(trial).hasEffect();
            last = accepted ? null : watch.now();
            if (!accepted && !last.equals(before)) {
                add(trial, "refused, but " + difference(before, last));
                last = null;
                return;
            }
        }
        add(
                trials.getFirst(),
                "of %d that were refused, this first, one did once: %s".formatted(trials.size(), change));
    }

    private void add(Trial trial, String what) {
        findings.add(trial.call(), trial.request(), what);
    }

    private static String difference(Map<String, String> before, Map<String, String> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> name + " was " + before.get(name) + " and is " + after.get(name))
                .collect(Collectors.joining(", "));
    }
}
