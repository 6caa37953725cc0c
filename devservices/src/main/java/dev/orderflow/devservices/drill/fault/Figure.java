package dev.orderflow.devservices.drill.fault;

import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads one number from a service's database. */
record Figure(OrderflowSystem system, Service service) {

    /** @param query answers one row, whose first column it is */
    long read(String query) {
        String url = system.endpoints().jdbcUrl(service);
        try (Connection connection = DriverManager.getConnection(url, Postgres.USER, Postgres.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new PartFailed(service.module() + " can't be asked \"" + query + "\": " + e.getMessage(), e);
        }
    }
}
