package dev.orderflow.systemtests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What analytics should have counted, counted by Postgres from order's journal: no line of it is analytics' own. A line of
 * text for each figure.
 */
record JournalFigures(TestSystem system) {

    /** An order's first event of each kind; whoever closes an order that nobody had cancelled cancels it. */
    private static final String FIRST = """
            WITH event AS (
              SELECT key, version, recorded_at, payload,
                     regexp_replace(replace(type, 'order.closed', 'order.cancelled'), '^orderflow.order.', '') AS what
              FROM journal WHERE topic = 'order-events'
            ), first AS (
              SELECT DISTINCT ON (key, what) * FROM event ORDER BY key, what, version
            ), ended AS (
              SELECT DISTINCT ON (key) * FROM journal WHERE type = 'orderflow.order.closed' ORDER BY key, version
            )
            """;

    private static final String MINUTES = FIRST + """
            SELECT to_char(date_trunc('minute', recorded_at AT TIME ZONE 'UTC'), 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                   || ' ' || count(*) FILTER (WHERE what = 'placed')
                   || ' ' || count(*) FILTER (WHERE what = 'confirmed')
                   || ' ' || count(*) FILTER (WHERE what = 'delivered')
                   || ' ' || count(*) FILTER (WHERE what = 'cancelled')
                   || ' ' || coalesce(sum((payload #>> '{total,amount}')::numeric) FILTER (WHERE what = 'delivered'), 0.00)
            FROM first WHERE what IN ('placed', 'confirmed', 'delivered', 'cancelled')
            GROUP BY date_trunc('minute', recorded_at AT TIME ZONE 'UTC') ORDER BY 1""";

    private static final String CANCELLATIONS = FIRST + """
            SELECT reason || ' ' || count(*) FROM (
              SELECT CASE WHEN payload ->> 'reason' IN ('out-of-stock', 'payment-declined', 'undeliverable', 'timed-out',
                                 'customer-request', 'operator-request', 'resolved-by-hand') THEN payload ->> 'reason'
                          WHEN payload ->> 'requestedBy' = 'CUSTOMER' THEN 'customer-request'
                          WHEN payload ->> 'requestedBy' = 'OPERATOR' THEN 'operator-request'
                          ELSE 'other' END AS reason
              FROM first WHERE what = 'cancelled') AS why
            GROUP BY reason ORDER BY count(*) DESC, reason COLLATE "C\"""";

    private static final String SOLD = FIRST + """
            SELECT line ->> 'sku' || ' ' || sum((line ->> 'quantity')::int)
                   || ' ' || sum((line #>> '{lineTotal,amount}')::numeric)
            FROM first delivered JOIN first placed ON placed.key = delivered.key AND placed.what = 'placed'
              CROSS JOIN LATERAL jsonb_array_elements(placed.payload -> 'lines') AS line
            WHERE delivered.what = 'delivered' GROUP BY line ->> 'sku'
            ORDER BY sum((line ->> 'quantity')::int) DESC, (line ->> 'sku') COLLATE "C" LIMIT 200""";

    /** How many orders made a step, and milliseconds between which its median is for certain. */
    private static final String STEP = FIRST + """
            SELECT count(*) || ' ' || coalesce(percentile_disc(0.4) WITHIN GROUP (ORDER BY millis), 0)
                   || ' ' || coalesce(percentile_disc(0.6) WITHIN GROUP (ORDER BY millis), 0)
            FROM (SELECT floor(extract(epoch FROM b.recorded_at - a.recorded_at) * 1000)::bigint AS millis
                  FROM first a JOIN first b ON b.key = a.key AND a.version < b.version
                  WHERE a.what = '%s' AND b.what = '%s') AS step""";

    private static final String CLOSED = FIRST + """
            SELECT count(*)::text FROM first c JOIN ended e ON e.key = c.key AND c.version < e.version
            WHERE c.what = 'cancelled'""";

    private static final String CUSTOMER = FIRST + """
            SELECT count(*) FILTER (WHERE what = 'placed') || ' ' || count(*) FILTER (WHERE what = 'delivered')
                   || ' ' || count(*) FILTER (WHERE what = 'cancelled')
                   || ' ' || count(*) FILTER (WHERE what = 'return-closed')
                   || ' ' || coalesce(sum((payload #>> '{total,amount}')::numeric) FILTER (WHERE what = 'delivered'), 0.00)
            FROM first WHERE payload ->> 'customerId' = '%s'""";

    /** Minute, placed, confirmed, delivered, cancelled, revenue. */
    List<String> minutes() {
        return lines(MINUTES);
    }

    /** Reason, orders. */
    List<String> cancellations() {
        return lines(CANCELLATIONS);
    }

    /** Sku, pieces, revenue. */
    List<String> sold() {
        return lines(SOLD);
    }

    /** Placed, delivered, cancelled, returned, spent. */
    String customer(String id) {
        return lines(CUSTOMER.formatted(id)).getFirst();
    }

    /** Orders, and the bounds of the median in milliseconds. */
    List<Long> step(String from, String to) {
        return List.of(lines(STEP.formatted(from, to)).getFirst().split(" ")).stream()
                .map(Long::valueOf)
                .toList();
    }

    /** Orders that were cancelled and closed later. */
    long closed() {
        return Long.parseLong(lines(CLOSED).getFirst());
    }

    private List<String> lines(String query) {
        try (var database = system.database("order");
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            return lines(rows);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> lines(ResultSet rows) throws SQLException {
        var lines = new ArrayList<String>();
        while (rows.next()) {
            lines.add(rows.getString(1));
        }
        return lines;
    }
}
