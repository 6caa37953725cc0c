package dev.orderflow.systemtests.openapi;

import java.util.List;

/** Sends what is to be refused while nothing else happens, and holds it to changing nothing. */
final class StandStill {

    private final Watch watch;
    private final Findings findings;
    private Sight last;
    private int compared;
    private int ownSteps;

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

    /** How often the state was compared. */
    int compared() {
        return compared;
    }

    /** How often it had moved by itself. */
    int ownSteps() {
        return ownSteps;
    }

    private Sight atRest() {
        return last == null ? watch.settled() : last;
    }

    private void compare(Sight before, List<Trial> trials) {
        compared++;
        var after = watch.now();
        if (isChangedByOthers(before, after)) {
            explain(trials, before.difference(after));
        }
    }

    private boolean isChangedByOthers(Sight before, Sight after) {
        boolean same = after.looksLike(before);
        last = same ? after : null;
        if (same) {
            return false;
        }
        boolean own = watch.isOwnStep(before, after);
        ownSteps += own ? 1 : 0;
        return !own;
    }

    /** One by one: who changes something again is the culprit. What none of them does again was done all the same. */
    private void explain(List<Trial> trials, String change) {
        for (var trial : trials) {
            var before = atRest();
            if (Lanes.sendAlone(trial).hasEffect()) {
                last = null;
                continue;
            }
            var after = watch.now();
            if (isChangedByOthers(before, after)) {
                add(trial, "refused, but " + before.difference(after));
                return;
            }
        }
        add(
                trials.getFirst(),
                "of %d that were refused, this first, one did once: %s".formatted(trials.size(), change));
    }

    private void add(Trial trial, String what) {
        findings.add(trial.target().call(), trial.request(), what);
    }
}
