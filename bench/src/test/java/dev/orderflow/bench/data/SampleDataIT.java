package dev.orderflow.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.bench.testing.FilledSystem;
import dev.orderflow.devservices.system.Api;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two thousand orders in the services' own schemas, read back through the API of order. */
class SampleDataIT {

    private static final int PORT_OFFSET = 21_200;
    private static final DataPlan PLAN =
            new DataPlan(2_000, 1, Instant.parse("2026-06-30T12:00:00Z"), Duration.ofDays(300));

    /** Among the samples are orders whose deadline has passed: they are to stay as they were made. */
    private static final Map<String, String> WITHOUT_SWEEPER = Map.of("ORDERFLOW_ORDER_SWEEPER_ENABLED", "false");

    private static FilledSystem filled;
    private static OrderflowSystem system;

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        filled = FilledSystem.of("system", PORT_OFFSET, WITHOUT_SWEEPER, PLAN);
        system = filled.system();
        system.start("order");
    }

    @AfterAll
    static void stop() {
        system.stop();
    }

    @Test
    void isNotPublished() throws SQLException {
        var journaling = filled.databases().stream()
                .filter(each -> !each.service().equals("loyalty"))
                .toList();
        for (var database : journaling) {
            assertThat(number(database, "SELECT max(position) FROM journal"))
                    .as(database.service())
                    .isPositive()
                    .isEqualTo(number(database, "SELECT position FROM relay_cursor"));
        }
    }

    @Test
    void isNotDoneTwiceNorBesideOrdersOfOthersUnasked() throws SQLException {
        assertThat(new SampleData(PLAN, filled.databases()).refusal(true)).contains("filled already");
    }

    @Test
    void promisesAsMuchStockAsOrdersHaveReserved() throws SQLException {
        var promised = "SELECT sum((line ->> 'quantity')::int) FROM reservation, jsonb_array_elements(lines) line"
                + " WHERE status = 'RESERVED'";
        assertThat(number(of("inventory"), "SELECT sum(reserved) FROM stock"))
                .isPositive()
                .isEqualTo(number(of("inventory"), promised));
    }

    @Test
    void agreesAboutWhatWasPaidAndShipped() throws SQLException {
        long confirmed =
                number(of("order"), "SELECT count(DISTINCT key) FROM journal WHERE type = 'orderflow.order.confirmed'");

        assertThat(number(of("payment"), "SELECT count(*) FROM payment WHERE captured > 0"))
                .isEqualTo(confirmed);
        assertThat(number(of("shipping"), "SELECT count(*) FROM shipment")).isEqualTo(confirmed);
    }

    @Test
    void givesPointsForWhatWasDeliveredAndNotReturned() throws SQLException {
        var points = "SELECT count(*) FROM (SELECT FROM movement GROUP BY order_id HAVING sum(points) > 0) AS kept";
        assertThat(number(of("loyalty"), points))
                .isPositive()
                .isEqualTo(number(
                        of("order"),
                        "SELECT count(*) FROM orders WHERE status IN ('DELIVERED', 'RETURNING', 'REFUNDING')"));
        assertThat(number(of("loyalty"), "SELECT sum(balance) FROM account"))
                .isEqualTo(number(of("loyalty"), "SELECT sum(points) FROM movement"));
    }

    @Test
    void listsEachOrderOfACustomerOnceAndNewestFirst() throws SQLException {
        var largest = new Customer(0).id();
        var api = new Api(system.url(Service.ORDER), system.token(largest, null, "customer"));
        var seen = new ArrayList<JsonNode>();
        for (var next = "/orders?limit=20"; next != null; ) {
            var page = api.get(next).orFail("no page").body();
            page.path("items").forEach(seen::add);
            next = page.hasNonNull("next") ? page.path("next").asText() : null;
        }

        assertThat(seen.stream().map(order -> order.path("id").asText()))
                .doesNotHaveDuplicates()
                .hasSize(
                        (int) number(of("order"), "SELECT count(*) FROM orders WHERE customer_id = '" + largest + "'"));
        assertThat(seen.stream()
                        .map(order -> Instant.parse(order.path("createdAt").asText())))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    /** Whatever has become of it: the row and the history, which order folds by its own rules, tell the same. */
    @Test
    void tellsTheSameOfAnOrderNowAtItsVersionAndAsOfItsLastChange() {
        var api = new Api(system.url(Service.ORDER), system.token("operator", null, "operator"));
        assertThat(samples()).allSatisfy(id -> {
            var now = api.get("/orders/" + id).orFail("no order").body();
            var atVersion =
                    api.get("/orders/" + id + "?version=" + now.path("version").asLong());
            var asOf =
                    api.get("/orders/" + id + "?asOf=" + now.path("updatedAt").asText());

            assertThat(atVersion.orFail("no version").body()).isEqualTo(now);
            assertThat(asOf.orFail("no such time").body()).isEqualTo(now);
        });
    }

    @Test
    void hasATimelineWithoutGaps() {
        var api = new Api(system.url(Service.ORDER), system.token("operator", null, "operator"));
        assertThat(samples()).allSatisfy(id -> {
            long version = api.get("/orders/" + id).body().path("version").asLong();
            var timeline =
                    api.get("/orders/" + id + "/timeline").orFail("no timeline").body();

            assertThat(StreamSupport.stream(timeline.spliterator(), false)
                            .map(entry -> entry.path("version").asLong()))
                    .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, version)
                            .boxed()
                            .toList());
        });
    }

    /** Some of each story, and the newest, in which every state can be met. */
    private static List<UUID> samples() {
        return IntStream.concat(IntStream.range(0, 60), IntStream.range(PLAN.orders() - 40, PLAN.orders()))
                .mapToObj(n -> Purchase.of(PLAN, n).id())
                .toList();
    }

    private static Database of(String service) {
        return filled.databases().stream()
                .filter(each -> each.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static long number(Database database, String query) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
