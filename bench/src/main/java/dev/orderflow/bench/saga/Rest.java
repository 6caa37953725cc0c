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
 * The moment at which nothing is left to do. Mails are an order's cost too, and a busy system sends them last: a run is over
 * when they are sent, and the next one begins then.
 */
final class Rest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(500);

    /**
     * What is watched until a time that is yet to come may wait. Parcels of the run before are looked at during this one, two
     * minutes after they were booked: a look at what has long arrived is no work that is late.
     */
    private static final String BUSY =
            "SELECT EXISTS (SELECT FROM task WHERE kind <> 'watch-parcel' AND (leased OR due_at <= clock_timestamp()))";

    private Rest() {}

    /**
     * Returns then.
     *
     * @return how many seconds that took
     * @throws PartFailed if something is left after ten minutes: what is measured then would be of something else as well
     */
    static double await(OrderflowSystem system) {
        long began = System.nanoTime();
        // Between two tasks of an order there may be none; what the last one leads to is there half a second later.
        if (!Wait.until(() -> isAtRest(system) && pauses() && isAtRest(system), PATIENCE, LOOK)) {
            throw new PartFailed("tasks are left after " + PATIENCE.toMinutes() + " minutes");
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static boolean pauses() {
        return !Wait.until(() -> false, LOOK, LOOK);
    }

    private static boolean isAtRest(OrderflowSystem system) {
        return Service.withDatabase().stream().noneMatch(service -> isBusy(system, service));
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
