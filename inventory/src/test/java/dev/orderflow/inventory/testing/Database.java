package dev.orderflow.inventory.testing;

import dev.orderflow.devservices.testing.EmbeddedParts;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.StringJoiner;

/** Looks into inventory's database, from outside. */
public record Database(String url) {

    /** One row, its columns joined by a blank. */
    public String row(String query, Object... parameters) {
        var parts = EmbeddedParts.shared();
        try (var connection = DriverManager.getConnection(url, parts.user(), parts.password());
                var statement = connection.prepareStatement(query)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (var result = statement.executeQuery()) {
                return result.next() ? joined(result) : "";
            }
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    public void execute(String update, Object... parameters) {
        row("WITH changed AS (" + update + " RETURNING 1) SELECT count(*) FROM changed", parameters);
    }

    private static String joined(ResultSet result) throws SQLException {
        var columns = new StringJoiner(" ");
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            columns.add(String.valueOf(result.getObject(column)));
        }
        return columns.toString();
    }
}
