package dev.orderflow.order.testing;

import dev.orderflow.devservices.testing.EmbeddedParts;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks into order's database, from outside. */
@Singleton
public class Database {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    /** The one value of the one row; null if there is none. */
    public String value(String query, Object... parameters) {
        var parts = EmbeddedParts.shared();
        try (var connection = DriverManager.getConnection(url, parts.user(), parts.password());
                var statement = connection.prepareStatement(query)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    /** A transaction that holds what the query locks until it is closed. */
    public Connection holding(String query, Object... parameters) throws SQLException {
        var parts = EmbeddedParts.shared();
        var transaction = DriverManager.getConnection(url, parts.user(), parts.password());
        transaction.setAutoCommit(false);
        try (var statement = transaction.prepareStatement(query)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            statement.execute();
        }
        return transaction;
    }

    public long count(String query, Object... parameters) {
        return Long.parseLong(value("SELECT count(*) FROM " + query, parameters));
    }

    /** @param change an INSERT, UPDATE or DELETE */
    public void execute(String change, Object... parameters) {
        value("WITH changed AS (" + change + " RETURNING 1) SELECT count(*) FROM changed", parameters);
    }

    /** @param definition a CREATE or DROP */
    public void define(String definition) {
        var parts = EmbeddedParts.shared();
        try (var connection = DriverManager.getConnection(url, parts.user(), parts.password());
                var statement = connection.createStatement()) {
            statement.execute(definition);
        } catch (SQLException e) {
            throw new AssertionError(definition, e);
        }
    }

    public String url() {
        return url;
    }
}
