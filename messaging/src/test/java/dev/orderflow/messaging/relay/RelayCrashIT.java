package dev.orderflow.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A relay dies after it has published and before it has moved the cursor: the cursor's row is locked meanwhile. */
class RelayCrashIT {

    private final Topic topic = Topic.create("ticks", 1);
    private final TestTypes types = new TestTypes(topic.name(), "echoes");
    private final Database database = Database.create();

    @Test
    void publishesAgainWhatACrashLeftAboveTheCursor() throws SQLException {
        try (var dying = RelayProcess.on(database, types, "relay.settle", "0s");
                var heir = RelayProcess.on(database, types)) {
            dying.wiring.tick("a", 1, 2);
            dying.catchUp();
            dying.wiring.tick("a", 3, 5);

            dieBeforeTheCursorMoves(dying);
            heir.catchUp();

            var published = new Published(topic.read(8), heir.wiring.codec);
            assertThat(published.ticks()).isEqualTo(Map.of("a", List.of(1L, 2L, 3L, 4L, 5L)));
            assertThat(published.records())
                    .as("the three above the cursor came twice")
                    .hasSize(8);
            assertThat(database.number("SELECT position FROM relay_cursor")).isEqualTo(5);
        }
    }

    private void dieBeforeTheCursorMoves(RelayProcess dying) throws SQLException {
        try (var lock = database.connect()) {
            lock.setAutoCommit(false);
            Database.execute(lock, "SELECT FROM relay_cursor FOR UPDATE");
            dying.beginTurn();
            topic.read(5);
            await().until(() -> database.number("""
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%SET position%'""") == 1);

            terminateOthers(lock);
            dying.publisher.closeWithoutFlushing();
            Database.execute(lock, "UPDATE relay_cursor SET lease_until = '-infinity'");
            lock.commit();
        }
        assertThat(database.number("SELECT position FROM relay_cursor")).isEqualTo(2);
    }

    private static void terminateOthers(Connection connection) {
        Database.execute(connection, """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()""");
    }
}
