package dev.orderflow.messaging.relay;

import static dev.orderflow.messaging.testing.Ticked.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.process.Layout;
import dev.orderflow.devservices.process.Ports;
import dev.orderflow.devservices.process.Reaper;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Topic;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * A dump is restored into another cluster, whose transaction ids are lower than those in which the journal was written.
 * The dump is made as pg_dump makes it: rows by COPY, in one snapshot, and the sequence's value.
 */
class RestoredDumpIT {

    private final Topic topic = Topic.create("ticks", 1);
    private final TestTypes types = new TestTypes(topic.name(), "echoes");
    private final Database old = Database.create();
    private Postgres otherCluster;

    @BeforeEach
    void start() throws Exception {
        var layout = new Layout(Files.createTempDirectory("restored"));
        Reaper.endAndRemove(layout);
        otherCluster = new Postgres(layout, Ports.free());
        otherCluster.start();
        otherCluster.ensureDatabase("restored");
    }

    @AfterEach
    void stop() {
        otherCluster.kill();
    }

    @Test
    void goesOnPublishingWhereTheDumpStands() throws Exception {
        var restored = Database.at(otherCluster.jdbcUrl("restored"));
        spendTransactionIds(5_000);
        try (var before = RelayProcess.on(old, types)) {
            before.wiring.tick("a", 1, 3);
            before.catchUp();
            var never = before.wiring.begin().append(event("never", 1));
            before.wiring.tick("a", 4, 5);
            before.catchUp();

            copy(restored);
            never.rollback();
        }
        assertThat(xid(restored)).isLessThan(xid(old));

        try (var after = RelayProcess.on(restored, types)) {
            restored.execute("UPDATE relay_cursor SET lease_until = '-infinity'");
            after.wiring.tick("a", 6, 8);
            await().until(() -> {
                after.catchUp();
                return after.relay.openGaps() == 0; // who held it is not in the dump
            });

            assertThat(Published.events(8, topic, after.wiring).ticks())
                    .isEqualTo(Map.of("a", List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L)));
            assertThat(restored.number("SELECT position FROM relay_cursor")).isEqualTo(9);
        }
    }

    private void spendTransactionIds(int count) {
        old.execute("""
                DO $$ BEGIN
                  FOR i IN 1..%d LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP;
                END $$""".formatted(count));
    }

    private void copy(Database restored) throws Exception {
        try (var from = old.connect();
                var to = restored.connect()) {
            from.setAutoCommit(false);
            from.setTransactionIsolation(java.sql.Connection.TRANSACTION_REPEATABLE_READ);
            Database.execute(to, "DELETE FROM relay_cursor");
            for (var table : List.of("journal", "personal", "relay_cursor", "inbox")) {
                var rows = new StringWriter();
                from.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (SELECT * FROM " + table + ") TO STDOUT", rows);
                to.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " FROM STDIN", new StringReader(rows.toString()));
            }
            var last = Database.column(from, "SELECT last_value FROM journal_position_seq")
                    .getFirst();
            Database.execute(to, "SELECT setval('journal_position_seq', " + last + ")");
        }
    }

    private static long xid(Database database) {
        return database.number("SELECT pg_current_xact_id()::text::bigint");
    }
}
