package dev.orderflow.devservices.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedPartsIT {

    private final EmbeddedParts parts = EmbeddedParts.shared().start(Name.POSTGRES, Name.REDIS);

    @Test
    void keepsWhatPostgresCommittedWhenItIsKilled() throws SQLException {
        String database = parts.createDatabase("durable");
        execute(database, "CREATE TABLE kept(n int); INSERT INTO kept SELECT generate_series(1, 1000)");

        parts.kill(Name.POSTGRES);
        parts.start(Name.POSTGRES);

        assertThat(query(database, "SELECT count(*) FROM kept")).isEqualTo("1000");
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "max_prepared_transactions, 0",
        "listen_addresses, 127.0.0.1",
        "server_version, 18.6"
    })
    void runsPostgresAsInProduction(String setting, String expected) throws SQLException {
        assertThat(query(parts.createDatabase("settings"), "SHOW " + setting)).isEqualTo(expected);
    }

    @Test
    void givesClientsNoSuperuser() throws SQLException {
        assertThat(query(parts.createDatabase("role"), "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void leavesAKilledPartDownUntilItIsStarted() {
        String url = parts.redisUrl();

        parts.kill(Name.REDIS);

        assertThat(parts.redisUrl()).isEqualTo(url);
        assertThat(dev.orderflow.devservices.process.Ports.isFree(parts.redisPort()))
                .isTrue();
        parts.start(Name.REDIS);
        assertThat(dev.orderflow.devservices.process.Ports.isFree(parts.redisPort()))
                .isFalse();
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(parts.jdbcUrl(database), parts.user(), parts.password());
    }
}
