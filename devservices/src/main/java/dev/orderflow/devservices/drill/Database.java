package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.Endpoints;
import dev.orderflow.devservices.system.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the services have committed, read from their databases. */
record Database(Endpoints endpoints) {

    private static final int ROWS_AT_ONCE = 1_000;

    /** Makes something of the row that the result stands on. */
    @FunctionalInterface
    interface RowReader<T> {

        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> read(Service service, String query, RowReader<T> reader) {
        return read(endpoints.jdbcUrl(service), query, reader);
    }

    static <T> List<T> read(String url, String query, RowReader<T> reader) {
        try (Connection connection = DriverManager.getConnection(url, Postgres.USER, Postgres.PASSWORD);
                Statement statement = connection.createStatement()) {
            // Otherwise the driver reads everything before it shows the first row.
            connection.setAutoCommit(false);
            statement.setFetchSize(ROWS_AT_ONCE);
            List<T> read = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
            }
            return read;
        } catch (SQLException e) {
            throw new PartFailed(url + " can't be read: " + e.getMessage(), e);
        }
    }
}
