package dev.orderflow.devservices.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.orderflow.devservices.testing.EmbeddedParts;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Postgres is the one that counts. */
class JournalFiguresIT {

    private static final String JOURNAL = """
            CREATE TABLE journal (topic text, key text, version bigint, type text, recorded_at timestamptz, payload jsonb)""";

    private static final String APPEND = """
            INSERT INTO journal VALUES ('order-events', '%s', %d, 'orderflow.order.%s', '%s', '{"customerId": "ada"%s}')""";

    /** By their first 48 bits, on Thursday noon and a second before Friday. */
    private static final String MUGS = "019b796d-d600-7000-8000-000000000000";

    private static final String BOWL = "019b7c01-0018-7000-8000-000000000000";

    private static final String TWO_MUGS = """
            , "lines": [{"sku": "mug", "quantity": 2, "lineTotal": {"amount": "25.00"}}]""";
    private static final String TOTAL = """
            , "total": {"amount": "29.90"}""";

    private final EmbeddedParts parts = EmbeddedParts.shared();
    private final String url = parts.jdbcUrl(parts.createDatabase("figures"));
    private final JournalFigures figures = new JournalFigures(url);

    @BeforeEach
    void twoOrders() {
        run(JOURNAL);
        append(MUGS, 1, "placed", "12:00:00", TWO_MUGS);
        append(MUGS, 2, "payment-requested", "12:00:01", "");
        append(MUGS, 3, "confirmed", "12:00:59.999999", TOTAL);
        append(MUGS, 4, "shipped", "12:01:00", "");
        append(MUGS, 5, "delivered", "12:02:00", TOTAL);
        append(MUGS, 6, "delivered", "12:03:00", TOTAL);
        append(MUGS, 7, "return-closed", "12:04:00", ", \"refunded\": {\"amount\": \"29.90\"}");
        append(BOWL, 1, "placed", "23:59:59", "");
        append(BOWL, 2, "closed", "23:59:59", ", \"reason\": \"Mr. Smith rang\", \"requestedBy\": \"OPERATOR\"");
    }

    @Test
    void countsWhatAnOrderReachesOnceAndInItsMinute() {
        assertThat(figures.minutes())
                .containsExactly(
                        "2026-01-01T12:00:00Z 1 1 0 0 0.00",
                        "2026-01-01T12:02:00Z 0 0 1 0 29.90",
                        "2026-01-01T23:59:00Z 1 0 0 1 0.00");
        assertThat(figures.sold()).containsExactly("mug 2 25.00");
    }

    @Test
    void takesWhatAPersonWroteForThatPersonsRequest() {
        assertThat(figures.cancellations()).containsExactly("operator-request 1");
        assertThat(figures.step("cancelled", "closed")).containsExactly(0L);
    }

    @Test
    void addsUpWhatACustomerDid() {
        assertThat(figures.patterns())
                .containsExactly(entry("ada", "2 1 1 1 29.90 29.90 THURSDAY 2 1767268800000 1767311999000"));
    }

    @Test
    void measuresAStepFromEventToEvent() {
        assertThat(figures.step("placed", "payment-requested")).containsExactly(1L, 1_000L, 1_000L, 1_000L);
        assertThat(figures.step("placed", "recalled")).containsExactly(0L);
    }

    @Test
    void measuresHowLongACancelledOrderTakesToBeClosed() {
        append("regretted", 1, "placed", "14:00:00", "");
        append("regretted", 2, "cancelled", "14:00:01", "");
        append("regretted", 3, "closed", "14:00:03.500", "");

        assertThat(figures.step("cancelled", "closed")).containsExactly(1L, 2_500L, 2_500L, 2_500L);
        assertThat(figures.minutes()).contains("2026-01-01T14:00:00Z 1 0 0 1 0.00");
    }

    @Test
    void tellsHowLongHalfOfThemTakeAndNearlyAll() {
        for (int n = 1; n <= 100; n++) {
            append("order-" + n, 1, "placed", "13:00:00", "");
            append("order-" + n, 2, "return-accepted", "13:00:00." + (100 + n), "");
        }

        assertThat(figures.step("placed", "return-accepted")).containsExactly(100L, 150L, 199L, 200L);
    }

    private void append(String order, int version, String type, String time, String more) {
        run(APPEND.formatted(order, version, type, "2026-01-01 " + time + "Z", more));
    }

    private void run(String sql) {
        try (var connection = DriverManager.getConnection(url, parts.user(), parts.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
