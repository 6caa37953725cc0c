package dev.orderflow.devservices.embedded;

import dev.orderflow.devservices.process.PartFailed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/** What the superuser does: the role of the clients and their databases. */
record PostgresAdmin(int port) {

    /** @return false while the server does not answer */
    boolean ensureRole() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + Postgres.USER + "'")) {
                statement.execute("CREATE ROLE %s LOGIN CREATEDB PASSWORD '%s' IN ROLE pg_monitor, pg_signal_backend"
                        .formatted(Postgres.USER, Postgres.PASSWORD));
            }
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    void ensureDatabase(String database) {
        if (!database.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a plain database name: " + database);
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + database + "'")) {
                statement.execute("CREATE DATABASE \"" + database + "\" OWNER " + Postgres.USER);
            }
        } catch (SQLException e) {
            throw new PartFailed("postgres: no database " + database + ": " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    /** Not by DriverManager: which drivers that one shows depends on the class loader of the caller. */
    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", Postgres.PASSWORD);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        return new Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties);
    }
}
