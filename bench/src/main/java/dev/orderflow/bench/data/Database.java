package dev.orderflow.bench.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * One service's database, with the service's own schema.
 *
 * @param service its name, which is its module's
 */
public record Database(String service, String jdbcUrl, String user, String password) {

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** The table with a row for each order. */
    private String ordersTable() {
        return switch (service) {
            case "order" -> "orders";
            case "inventory" -> "reservation";
            case "payment" -> "payment";
            case "shipping" -> "shipment";
            case "notification" -> "correspondence";
            case "loyalty" -> "movement";
            default -> throw new IllegalArgumentException("no service is called " + service);
        };
    }

    Tables tables(DataPlan plan) {
        return switch (service) {
            case "order" -> new OrderTables();
            case "inventory" -> new InventoryTables(plan);
            case "payment" -> new PaymentTables(plan);
            case "shipping" -> new ShippingTables(plan);
            case "notification" -> new NotificationTables(plan);
            case "loyalty" -> new LoyaltyTables();
            default -> throw new IllegalArgumentException("no service is called " + service);
        };
    }

    /** Whether there are orders that were generated, or not. */
    boolean holdsOrders(boolean generated) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT EXISTS (SELECT FROM %s WHERE customer_id %s LIKE '%s%%')"
                        .formatted(ordersTable(), generated ? "" : "NOT", Customer.PREFIX))) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** The journal's months from the plan's first to its last; services make only those to come. */
    void ensureMonths(Connection connection, DataPlan plan) throws SQLException {
        var month = YearMonth.from(plan.until().minus(plan.span()).atOffset(ZoneOffset.UTC));
        var last = YearMonth.from(plan.until().atOffset(ZoneOffset.UTC));
        try (var ensure = connection.prepareStatement("SELECT ensure_partition('journal', ?::timestamptz, ?, ?)")) {
            for (; !month.isAfter(last); month = month.plusMonths(1)) {
                ensure.setString(1, start(month));
                ensure.setString(2, start(month));
                ensure.setString(3, start(month.plusMonths(1)));
                ensure.execute();
            }
        }
    }

    private static String start(YearMonth month) {
        return month.atDay(1) + "T00:00:00Z";
    }

    /** Puts the relay behind all that is in the journal: none of it is published. */
    void closeJournal(Connection connection) throws SQLException {
        execute(
                connection,
                "UPDATE relay_cursor SET position = greatest(position, (SELECT coalesce(max(position), 0) FROM journal))");
    }

    /** As after a while of running: the planner knows the tables, and index-only scans need not look at the rows. */
    void settle(Connection connection) throws SQLException {
        execute(connection, "VACUUM (ANALYZE)");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
