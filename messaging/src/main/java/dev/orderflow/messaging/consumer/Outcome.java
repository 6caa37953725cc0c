package dev.orderflow.messaging.consumer;

import java.util.ArrayList;
import java.util.List;

/** What a committed batch came to, for the metrics. */
final class Outcome {

    private final List<Decision> decisions = new ArrayList<>();
    private int deadLetters;

    void add(Decision decision) {
        decisions.add(decision);
    }

    void deadLetters(int count) {
        deadLetters = count;
    }

    List<Decision> decisions() {
        return decisions;
    }

    int deadLetters() {
        return deadLetters;
    }
}
