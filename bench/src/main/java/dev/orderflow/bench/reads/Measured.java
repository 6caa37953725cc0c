package dev.orderflow.bench.reads;

import dev.orderflow.bench.postgres.Server;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/**
 * One read and what it took.
 *
 * @param costs of its statements while nobody looked at their plans, by query id
 * @param micros over HTTP, from the planned moment
 */
record Measured(Read read, List<Statement> statements, Map<Long, Server.Cost> costs, Histogram micros) {

    /** Milliseconds in the database, all statements of one call; each as slow as it usually is. */
    double databaseMedian() {
        return statements.stream().mapToDouble(Statement::median).sum();
    }

    /** Milliseconds in the database, all statements of one call; each as slow as it ever was. */
    double databaseSlowest() {
        return statements.stream().mapToDouble(Statement::slowest).sum();
    }

    /** Milliseconds, planning included, on average while nobody looked. */
    double databaseMean() {
        return statements.stream()
                .map(each -> costs.get(each.queryId()))
                .filter(Objects::nonNull)
                .mapToDouble(cost -> cost.mean() + cost.planned() * cost.meanPlan() / Math.max(1, cost.calls()))
                .sum();
    }

    long returned() {
        return statements.stream().mapToLong(each -> each.worst().returned()).sum();
    }

    long rowsRead() {
        return statements.stream().mapToLong(each -> each.worst().rowsRead()).sum();
    }

    long discarded() {
        return statements.stream().mapToLong(each -> each.worst().discarded()).sum();
    }

    /** How the statement that takes longest gets at its tables. */
    String access() {
        return statements.stream()
                .max(Comparator.comparingDouble(Statement::median))
                .map(each -> String.join(" + ", each.worst().access()))
                .orElse("none");
    }

    double httpMillis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }
}
