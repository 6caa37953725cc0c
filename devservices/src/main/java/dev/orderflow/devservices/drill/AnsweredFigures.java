package dev.orderflow.devservices.drill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.Api;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What analytics answers. While it moves or restores partitions it answers 503, which is a {@link PartFailed} here.
 *
 * @param analytics one of its replicas, asked by an operator
 */
public record AnsweredFigures(Api analytics) implements Figures {

    /** What is answered of who has never ordered, or was erased since. */
    static final String NO_PATTERN = "0 0 0 0 0.00 0.00";

    /** Of the 24 hours that can be asked for at once. */
    private static final int SECONDS = 23 * 3600;

    @Override
    public List<String> minutes() {
        return items("/analytics/minutes?from=" + Instant.now().minusSeconds(SECONDS))
                .map(item -> line(item, "minute", "placed", "confirmed", "delivered", "cancelled") + " "
                        + sum(item.path("revenue")))
                .toList();
    }

    @Override
    public List<String> cancellations() {
        return items("/analytics/cancellations")
                .map(item -> line(item, "reason", "orders"))
                .toList();
    }

    @Override
    public List<String> sold() {
        return items("/analytics/best-sellers?limit=200")
                .map(item -> line(item, "sku", "quantity") + " " + sum(item.path("revenue")))
                .toList();
    }

    /**
     * Placed, delivered, cancelled, returned, spent, refunded, orders by weekday, and when the first and the last was
     * placed, in milliseconds.
     */
    public String pattern(String customer) {
        JsonNode pattern = get("/analytics/customers/" + customer);
        return Stream.of(
                        Stream.of(
                                line(pattern, "placed", "delivered", "cancelled", "returned"),
                                sum(pattern.path("spent")).toString(),
                                sum(pattern.path("refunded")).toString()),
                        days(pattern.path("placedByWeekday")),
                        moments(pattern, "firstOrderAt", "lastOrderAt"))
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }

    /** Of a step by its name; it is a {@link PartFailed} if no order has made it. */
    public JsonNode latency(String step) {
        return items("/analytics/latencies")
                .filter(item -> item.path("step").asText().equals(step))
                .findFirst()
                .orElseThrow(() -> new PartFailed("no order has made " + step));
    }

    private Stream<JsonNode> items(String path) {
        return StreamSupport.stream(get(path).path("items").spliterator(), false);
    }

    private JsonNode get(String path) {
        return analytics.get(path).orFail("analytics can't be read").body();
    }

    private static String line(JsonNode item, String... fields) {
        return String.join(
                " ", Stream.of(fields).map(field -> item.path(field).asText()).toList());
    }

    private static Stream<String> days(JsonNode counts) {
        Map<String, String> days = new TreeMap<>();
        counts.properties().forEach(day -> days.put(day.getKey(), day.getValue().asText()));
        return days.entrySet().stream().map(day -> day.getKey() + " " + day.getValue());
    }

    private static Stream<String> moments(JsonNode item, String... fields) {
        return Stream.of(fields)
                .filter(item::hasNonNull)
                .map(field -> Instant.parse(item.path(field).asText()))
                .map(moment -> String.valueOf(moment.toEpochMilli()));
    }

    /** Everybody here pays in one currency. */
    private static BigDecimal sum(JsonNode money) {
        return StreamSupport.stream(money.spliterator(), false)
                .map(each -> new BigDecimal(each.path("amount").asText()))
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
