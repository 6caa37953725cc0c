package dev.orderflow.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What analytics answers, as an operator asks it; a line of text for each figure, as {@link JournalFigures} has them. */
record Figures(TestSystem system, String process) {

    List<String> minutes() {
        return items("/analytics/minutes?from=" + Instant.now().minusSeconds(23 * 3600))
                .map(item -> line(item, "minute", "placed", "confirmed", "delivered", "cancelled") + " "
                        + sum(item.path("revenue")))
                .toList();
    }

    List<String> cancellations() {
        return items("/analytics/cancellations")
                .map(item -> line(item, "reason", "orders"))
                .toList();
    }

    List<String> sold() {
        return items("/analytics/best-sellers?limit=200")
                .map(item -> line(item, "sku", "quantity") + " " + sum(item.path("revenue")))
                .toList();
    }

    String customer(String id) {
        var pattern = get("/analytics/customers/" + id);
        return line(pattern, "placed", "delivered", "cancelled", "returned") + " " + sum(pattern.path("spent"));
    }

    /** Of a step by its name; missing if no order has made it. */
    JsonNode latency(String step) {
        return items("/analytics/latencies")
                .filter(item -> item.path("step").asText().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no order has made " + step));
    }

    private Stream<JsonNode> items(String path) {
        return StreamSupport.stream(get(path).path("items").spliterator(), false);
    }

    private JsonNode get(String path) {
        return system.http()
                .get(system.url(process) + path, system.token("ops", "operator", null))
                .ok();
    }

    private static String line(JsonNode item, String... fields) {
        return String.join(
                " ", Stream.of(fields).map(field -> item.path(field).asText()).toList());
    }

    /** The tests pay in one currency. */
    private static BigDecimal sum(JsonNode money) {
        return StreamSupport.stream(money.spliterator(), false)
                .map(each -> new BigDecimal(each.path("amount").asText()))
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
