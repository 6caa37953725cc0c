package dev.orderflow.bench.reads;

import java.util.Comparator;
import java.util.List;

/** What a read asked of the database each time: one statement with its executions. */
record Statement(List<Executed> executions) {

    Statement {
        executions = List.copyOf(executions);
    }

    long queryId() {
        return executions.getFirst().queryId();
    }

    String text() {
        return executions.getFirst().text();
    }

    /** Milliseconds. */
    double median() {
        var sorted = executions.stream().mapToDouble(Executed::millis).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Milliseconds. */
    double slowest() {
        return executions.stream().mapToDouble(Executed::millis).max().orElse(0);
    }

    /** Of the execution that read most. */
    PlanFigures worst() {
        return executions.stream()
                .map(Executed::plan)
                .max(Comparator.comparingLong(plan -> plan.rowsRead() + plan.discarded()))
                .orElseThrow();
    }
}
