package dev.orderflow.messaging.testing;

import dev.orderflow.devservices.testing.EmbeddedParts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.postgresql.Driver;

/**
 * A database with messaging's tables, and plain JDBC to it: what a test forces from outside goes through connections of
 * its own.
 */
public record Database(String url) {

    static {
        // A machine may stand still for seconds, and what is waited for is rarely the time itself.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
    }

    private static final List<String> MIGRATIONS = List.of(
            "V0_1__messaging.sql",
            "V0_2__audit.sql",
            "V0_3__switch.sql",
            "V0_4__dead_letters_in_line.sql",
            "V0_6__retention.sql",
            "V0_8__leased.sql",
            "V0_11__erased_subject.sql",
            "V0_12__due_of_a_kind.sql",
            "V0_13__due_of_any_kind.sql");

    /** A new one in the shared Postgres. */
    public static Database create() {
        var parts = EmbeddedParts.shared();
        return at(parts.jdbcUrl(parts.createDatabase("messaging")));
    }

    /** An empty database becomes one with messaging's tables. */
    public static Database at(String url) {
        var database = new Database(url);
        MIGRATIONS.forEach(name -> database.execute(migration(name)));
        database.execute(TallyHandler.TABLE);
        return database;
    }

    /** Auto-commit, until {@link Connection#setAutoCommit} says otherwise. */
    public Connection connect() {
        return connect("orderflow");
    }

    public Connection superuser() {
        return connect("postgres");
    }

    public void execute(String sql) {
        try (var connection = connect()) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void execute(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row, as text. */
    public List<String> column(String sql) {
        try (var connection = connect()) {
            return column(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<String> column(Connection connection, String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String value(String sql) {
        return column(sql).getFirst();
    }

    public long number(String sql) {
        return Long.parseLong(value(sql));
    }

    /** The ticks of one counter that took effect, in order. */
    public String seen(String counter) {
        return column("SELECT array_to_string(seen, ',') FROM tally WHERE id = '" + counter + "'").stream()
                .findFirst()
                .orElse("");
    }

    public String reactiveUrl() {
        return url.substring("jdbc:".length());
    }

    public String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private Connection connect(String user) {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", EmbeddedParts.shared().password());
        try {
            return new Driver().connect(url, properties);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String migration(String name) {
        var classes = Thread.currentThread().getContextClassLoader();
        try (var sql = classes.getResourceAsStream("db/migration/messaging/" + name)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
