package dev.orderflow.bench.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.embedded.Trees;
import dev.orderflow.devservices.process.Wait;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WrittenIT {

    /** As other classes of this module have it, which run before or after this one. */
    private static final int PORT_OFFSET = 21_200;

    private static final Duration TOLD_LATE = Duration.ofSeconds(30);
    private static final Duration TOLD_SOON = Duration.ofSeconds(3);
    private static final long PAGE = 8_192;
    /** Of 100 bytes each and more. */
    private static final int ROWS = 20_000;

    private static OrderflowSystem system;

    @BeforeAll
    static void startPostgres() throws IOException {
        var data = Path.of("target", "written").toAbsolutePath();
        Trees.delete(data);
        system = OrderflowSystem.of(Options.at(data, PORT_OFFSET)).ownedByThisJvm();
        system.startInfrastructure(Set.of("postgres"));
    }

    @AfterAll
    static void stop() {
        system.stop();
    }

    /** Rows are written ahead; their pages are made, then written. No folio is counted for a page. */
    @Test
    void isAboutWhatWasStored() throws SQLException {
        try (var writer = connect();
                var watch = connect()) {
            execute(writer, "CREATE TABLE filler (text text)", "CHECKPOINT");
            var before = settled(watch);
            long stored = ROWS * 100L;
            execute(
                    writer,
                    "INSERT INTO filler SELECT repeat('x', 100) FROM generate_series(1, " + ROWS + ")",
                    "CHECKPOINT",
                    "SELECT pg_stat_force_next_flush()",
                    "SELECT 1");

            Wait.until(() -> since(before, watch).pages() > stored, TOLD_LATE);
            assertThat(since(before, watch).wal()).isBetween(stored, 3 * stored);
            assertThat(since(before, watch).pages()).isBetween(stored, 6 * stored);
        }
    }

    /** Each writes the page of the WAL again that the one before has begun. */
    @Test
    void isAPageOrTwoForASmallCommit() throws SQLException {
        try (var writer = connect();
                var watch = connect()) {
            execute(writer, "CREATE TABLE small (n int)", "CHECKPOINT", "INSERT INTO small VALUES (0)");
            var before = settled(watch);
            for (int n = 1; n <= 100; n++) {
                execute(writer, "INSERT INTO small VALUES (" + n + ")");
            }
            execute(writer, "SELECT pg_stat_force_next_flush()", "SELECT 1");

            Wait.until(() -> since(before, watch).wal() >= 100 * PAGE, TOLD_LATE);
            assertThat(since(before, watch).wal()).isBetween(100 * PAGE, 300 * PAGE);
        }
    }

    /** When the server has told of all that it has done by now: its processes do so late, of the new databases' pages too. */
    private static Written settled(Connection watch) throws SQLException {
        var last = Written.of(watch);
        for (int look = 0; look < 15; look++) {
            Wait.until(() -> false, TOLD_SOON, TOLD_SOON);
            var next = Written.of(watch);
            if (next.equals(last)) {
                return next;
            }
            last = next;
        }
        throw new AssertionError("the server goes on writing: " + last);
    }

    private static Written since(Written before, Connection watch) {
        try {
            return Written.of(watch).minus(before);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        var url = system.endpoints().jdbcUrl(Service.ORDER).replaceAll("/[^/]+$", "/postgres");
        return DriverManager.getConnection(url, "postgres", Postgres.PASSWORD);
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        for (var each : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(each);
            }
        }
    }
}
