package dev.orderflow.devservices.drill;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What analytics should have counted, counted by Postgres from order's journal: no line of it is analytics' own.
 *
 * @param jdbcUrl order's database
 */
public record JournalFigures(String jdbcUrl) implements Figures {

    /** An order's first event of each kind; whoever closes an order that nobody had cancelled cancels it, too. */
    private static final String FIRST = """
            WITH event AS (
              SELECT key, version, recorded_at, payload, regexp_replace(type, '^orderflow.order.', '') AS what
              FROM journal WHERE topic = 'order-events'
            ), meant AS (
              SELECT * FROM event
              UNION ALL SELECT key, version, recorded_at, payload, 'cancelled' FROM event WHERE what = 'closed'
            ), first AS (
              SELECT DISTINCT ON (key, what) * FROM meant ORDER BY key, what, version
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

    /** How many orders made a step; the milliseconds within which half of them did, 99 of 100 and all. */
    private static final String STEP = FIRST + """
            SELECT concat_ws(' ', count(*), percentile_disc(0.5) WITHIN GROUP (ORDER BY millis),
                   percentile_disc(0.99) WITHIN GROUP (ORDER BY millis), max(millis))
            FROM (SELECT floor(extract(epoch FROM b.recorded_at - a.recorded_at) * 1000)::bigint AS millis
                  FROM first a JOIN first b ON b.key = a.key AND a.version < b.version
                  WHERE a.what = '%s' AND b.what = '%s') AS step""";

    /** The day and the time are those of the order's id: UUIDv7 begins with them. */
    private static final String PATTERNS = FIRST + """
            SELECT customer, concat_ws(' ', sum(placed), sum(delivered), sum(cancelled), sum(returned), sum(spent), sum(refunded),
                   string_agg(day || ' ' || placed, ' ' ORDER BY day COLLATE "C") FILTER (WHERE placed > 0),
                   floor(extract(epoch FROM min(earliest)) * 1000), floor(extract(epoch FROM max(latest)) * 1000))
            FROM (
              SELECT payload ->> 'customerId' AS customer,
                     to_char(uuid_extract_timestamp(key::uuid) AT TIME ZONE 'UTC', 'FMDAY') AS day,
                     count(*) FILTER (WHERE what = 'placed') AS placed,
                     count(*) FILTER (WHERE what = 'delivered') AS delivered,
                     count(*) FILTER (WHERE what = 'cancelled') AS cancelled,
                     count(*) FILTER (WHERE what = 'return-closed') AS returned,
                     coalesce(sum((payload #>> '{total,amount}')::numeric) FILTER (WHERE what = 'delivered'), 0.00) AS spent,
                     coalesce(sum((payload #>> '{refunded,amount}')::numeric) FILTER (WHERE what = 'return-closed'), 0.00)
                       AS refunded,
                     min(uuid_extract_timestamp(key::uuid)) AS earliest, max(uuid_extract_timestamp(key::uuid)) AS latest
              FROM first WHERE what IN ('placed', 'delivered', 'cancelled', 'return-closed')
              GROUP BY 1, 2) AS daily
            GROUP BY customer""";

    @Override
    public List<String> minutes() {
        return lines(MINUTES);
    }

    @Override
    public List<String> cancellations() {
        return lines(CANCELLATIONS);
    }

    @Override
    public List<String> sold() {
        return lines(SOLD);
    }

    /** Of every customer, whether erased or not: the events keep who it was. */
    public Map<String, String> patterns() {
        return Database.read(jdbcUrl, PATTERNS, row -> Map.entry(row.getString(1), row.getString(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Orders, and in milliseconds the least that half of them, 99 of 100 and all did not exceed: none without orders. */
    public List<Long> step(String from, String to) {
        return Stream.of(lines(STEP.formatted(from, to)).getFirst().split(" "))
                .map(Long::valueOf)
                .toList();
    }

    private List<String> lines(String query) {
        return Database.read(jdbcUrl, query, row -> row.getString(1));
    }
}
