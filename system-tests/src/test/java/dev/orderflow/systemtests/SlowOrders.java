package dev.orderflow.systemtests;

import java.sql.SQLException;
import java.time.Duration;

/** A database of order that takes its time for each new order, by a trigger of which no service knows. */
record SlowOrders(TestSystem system) implements AutoCloseable {

    static SlowOrders by(TestSystem system, Duration each) {
        var slow = new SlowOrders(system);
        slow.execute("""
                CREATE OR REPLACE FUNCTION slow_order() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_sleep(%s); RETURN NEW; END $$""".formatted(each.toMillis() / 1_000.0));
        slow.execute("""
                CREATE OR REPLACE TRIGGER slow_order BEFORE INSERT ON orders
                FOR EACH ROW EXECUTE FUNCTION slow_order()""");
        return slow;
    }

    private void execute(String sql) {
        try (var database = system.database("order");
                var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        execute("DROP FUNCTION IF EXISTS slow_order() CASCADE");
    }
}
