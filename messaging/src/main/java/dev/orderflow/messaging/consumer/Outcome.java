package dev.orderflow.messaging.consumer;

import java.util.ArrayList;
import java.util.List;

/** What a committed batch came to, for the metrics. */
final class Outcome {

    private final List<Decision> decisions = new ArrayList<>();
    private int deadLetters;
    private int parked;

    void add(Decision decision) {
        decisions.add(decision);
    }

    /** What did not get as far as a decision. */
    void held(Lineup lineup) {
        deadLetters = lineup.poison();
        parked = lineup.held().size() - deadLetters;
    }

    List<Decision> decisions() {
        return decisions;
    }

    int parked() {
        return parked;
    }

    int deadLetters() {
        return deadLetters;
    }
}
