package dev.orderflow.bench.saga;

import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Wait;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The moment at which nothing is left to do: mails leave when their order has ended, and those of one run are no cost of
 * the next.
 */
final class Rest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(500);

    /** What is watched until a time that is yet to come may wait. */
    private static final String BUSY = "SELECT EXISTS (SELECT FROM task WHERE leased OR due_at <= clock_timestamp())";

    private Rest() {}

    /** Returns then, or after five minutes. */
    static void await(OrderflowSystem system) {
        Wait.until(() -> Service.withDatabase().stream().noneMatch(service -> isBusy(system, service)), PATIENCE, LOOK);
    }

    private static boolean isBusy(OrderflowSystem system, Service service) {
        try (var connection = DriverManager.getConnection(
                        system.endpoints().jdbcUrl(service), Postgres.USER, Postgres.PASSWORD);
                var statement = connection.createStatement();
                var row = statement.executeQuery(BUSY)) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new PartFailed(service.module() + " does not tell what is left to do: " + e.getMessage(), e);
        }
    }
}
