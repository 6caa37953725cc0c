package dev.orderflow.bench.reads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The reads as a table for people and as JSON for comparisons. */
public final class ReadsReport {

    private static final double MOST_IN_DATABASE = 3;
    private static final double MOST_OVER_HTTP = 10;

    private static final String HEAD = """
            | service | read | db p50 | db max | db mean | rows read | of them unwanted | returned | HTTP p50 | HTTP p99 | how |
            |---|---|--:|--:|--:|--:|--:|--:|--:|--:|---|
            """;

    private final List<Measured> all;
    private final Writes writes;
    private final List<String> faults;

    /** @param faults why it tells nothing */
    ReadsReport(List<Measured> all, Writes writes, List<String> faults) {
        this.all = List.copyOf(all);
        this.writes = writes;
        this.faults = List.copyOf(faults);
    }

    /** Answers that were wrong, and reads that have too few: empty if the times are those of all calls. */
    public List<String> faults() {
        return faults;
    }

    /** Times in milliseconds. */
    public String table() {
        return HEAD + all.stream().map(ReadsReport::row).collect(Collectors.joining());
    }

    private static String row(Measured each) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.2f | %d | %d | %d | %.1f | %.1f | %s |%n",
                each.read().service().module(),
                each.read().name(),
                each.databaseMedian(),
                each.databaseSlowest(),
                each.databaseMean(),
                each.rowsRead(),
                each.discarded(),
                each.returned(),
                each.httpMillis(50),
                each.httpMillis(99),
                each.access());
    }

    /**
     * What is slower than it may be: in the database by the median of its calls, over HTTP by their p99. The slowest of few
     * calls in the database is mostly that which met a page that was not in memory; it is shown beside.
     */
    public List<String> slow() {
        return all.stream()
                .filter(each -> each.databaseMedian() > MOST_IN_DATABASE || each.httpMillis(99) > MOST_OVER_HTTP)
                .map(each -> String.format(
                        Locale.ROOT,
                        "%s: %.2f ms in the database (median; %.2f at most), %.1f ms over HTTP (p99)",
                        each.read(),
                        each.databaseMedian(),
                        each.databaseSlowest(),
                        each.httpMillis(99)))
                .toList();
    }

    public ObjectNode json() {
        var root = Json.object();
        var reads = root.putArray("reads");
        all.forEach(each -> reads.add(json(each)));
        root.set("writes", writes.json());
        return root;
    }

    private static ObjectNode json(Measured each) {
        var node = Json.object()
                .put("service", each.read().service().module())
                .put("read", each.read().name())
                .put("httpCalls", each.micros().getTotalCount())
                .put("httpP50Millis", each.httpMillis(50))
                .put("httpP99Millis", each.httpMillis(99))
                .put("httpMaxMillis", each.httpMillis(100))
                .put("databaseMeanMillis", each.databaseMean());
        var statements = node.putArray("statements");
        each.statements().forEach(statement -> statements.add(json(statement, each)));
        return node;
    }

    private static ObjectNode json(Statement statement, Measured each) {
        var plan = statement.worst();
        var node = Json.object()
                .put("text", statement.text())
                .put("p50Millis", statement.median())
                .put("maxMillis", statement.slowest())
                .put("rowsRead", plan.rowsRead())
                .put("unwanted", plan.discarded())
                .put("heapFetches", plan.heapFetches())
                .put("returned", plan.returned())
                .put("indexOnly", plan.isIndexOnly());
        plan.access().forEach(node.putArray("access")::add);
        var cost = each.costs().get(statement.queryId());
        if (cost != null) {
            node.put("meanMillis", cost.mean())
                    .put("planned", cost.planned())
                    .put("meanPlanMillis", cost.meanPlan())
                    .put("maxPlanMillis", cost.maxPlan());
        }
        return node;
    }
}
