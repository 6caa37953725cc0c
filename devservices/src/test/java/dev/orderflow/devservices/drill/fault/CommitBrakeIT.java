package dev.orderflow.devservices.drill.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.EmbeddedParts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitBrakeIT {

    /** Partitioned, as the services have it. */
    private static final String JOURNAL = """
            CREATE TABLE journal (position bigserial, note text) PARTITION BY RANGE (position);
            CREATE TABLE journal_default PARTITION OF journal DEFAULT;
            SELECT setval('journal_position_seq', 16)""";

    private static final String APPEND = "INSERT INTO journal (note) VALUES ('a')";

    private final EmbeddedParts parts = EmbeddedParts.shared();
    private final String url = parts.jdbcUrl(parts.createDatabase("brake"));
    private final CommitBrake brake = new CommitBrake(List.of(url));

    @Test
    void holdsEachSeventeenthEventBack() {
        run(JOURNAL);
        brake.putOn();
        brake.putOn();

        long begin = System.nanoTime();
        run(APPEND);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        assertThat(one("SELECT max(position) FROM journal")).isEqualTo(17);
        brake.takeOff();
        brake.takeOff();
        assertThat(triggers()).isZero();
    }

    private long triggers() {
        return one("SELECT count(*) FROM pg_trigger WHERE tgname = 'drill_brake'");
    }

    private long one(String query) {
        try (Connection connection = connect();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, parts.user(), parts.password());
    }
}
