package dev.orderflow.bench.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.postgresql.copy.CopyManager;

/** What every service keeps for its operators: dead letters, most of them settled long ago, and what was done by hand. */
final class OperatorRows {

    private static final int LETTER_OF = 500;
    private static final int ENTRY_OF = 100;
    private static final int OPEN_OF = 40;

    /** As of a million orders: what few rows were read by says nothing. */
    private static final int LEAST_LETTERS = 2_000;

    private static final int LEAST_ENTRIES = 10_000;

    private static final List<String> TYPES =
            List.of("orderflow.order.placed", "orderflow.order.confirmed", "orderflow.order.shipped");
    private static final List<String> ERRORS =
            List.of("UndecodableEventException", "UnknownEventException", "IllegalStateException");
    private static final List<String> ACTIONS =
            List.of("channel-paused", "channel-resumed", "dead-letter-replayed", "saga-resolved");

    private final DataPlan plan;
    private final Rows letters = new Rows(
            "dead_letter",
            "id, event_id, line, topic, partition, \"offset\", key, type, data_version, payload, headers, error_type,"
                    + " error, attempts, state, created_at, settled_at");
    private final Rows parked = new Rows("parked_aggregate", "line, since, due_at");
    private final Rows audit = new Rows("audit", "id, actor, action, subject, details, at");

    OperatorRows(DataPlan plan) {
        this.plan = plan;
    }

    void addAll() {
        int count = Math.max(LEAST_LETTERS, plan.orders() / LETTER_OF);
        for (int n = 0; n < count; n++) {
            letter(n, count);
        }
        int entries = Math.max(LEAST_ENTRIES, plan.orders() / ENTRY_OF);
        for (int n = 0; n < entries; n++) {
            entry(n, entries);
        }
    }

    /** Those that are settled are kept for 90 days. */
    private void letter(int n, int count) {
        var chance = new Chance(plan.seed() * 31 + n);
        var at = plan.until()
                .minus(Duration.ofDays(80))
                .plus(Duration.ofDays(79).dividedBy(count).multipliedBy(n));
        var key = UUID.nameUUIDFromBytes(("letter " + n).getBytes(StandardCharsets.UTF_8))
                .toString();
        boolean open = n % OPEN_OF == 0;
        letters.add(chance.idAt(at))
                .add(chance.idAt(at))
                .add(key)
                .add("order-events")
                .add(n % 12)
                .add(n)
                .add(key)
                .add(chance.of(TYPES))
                .add(1)
                .add(open ? "\\x" + HexFormat.of().formatHex("{}".getBytes(StandardCharsets.UTF_8)) : null)
                .add("{\"ce_type\":\"orderflow.order.placed\"}")
                .add(chance.of(ERRORS))
                .add("not readable")
                .add(1)
                .add(open ? "OPEN" : "REPLAYED")
                .add(at)
                .add(open ? null : at.plus(Duration.ofHours(1)))
                .end();
        if (open) {
            parked.add(key).add(at).add("infinity").end();
        }
    }

    private void entry(int n, int count) {
        var chance = new Chance(plan.seed() * 37 + n);
        var at = plan.placedAt((int) ((long) n * plan.orders() / count));
        audit.add(chance.idAt(at))
                .add("operator-" + chance.longTailed(50))
                .add(chance.of(ACTIONS))
                .add("subject-" + chance.below(1_000))
                .add("{\"reason\":\"sample\"}")
                .add(at)
                .end();
    }

    void send(CopyManager copy) throws SQLException, IOException {
        letters.send(copy);
        parked.send(copy);
        audit.send(copy);
    }

    long sent() {
        return letters.sent() + parked.sent() + audit.sent();
    }
}
