package dev.orderflow.bench.data;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Fills one service's database by COPY, a transaction for some thousand orders. The service must not run its relay. */
final class Filling {

    private static final int AT_ONCE = 2_000;

    private final DataPlan plan;
    private final Database database;
    private final Tables tables;
    private final OperatorRows operators;

    Filling(DataPlan plan, Database database) {
        this.plan = plan;
        this.database = database;
        this.tables = database.tables(plan);
        this.operators = new OperatorRows(plan);
    }

    /** What was done, for people. */
    String run() {
        long began = System.nanoTime();
        try (Connection connection = database.connect()) {
            database.ensureMonths(connection, plan);
            connection.setAutoCommit(false);
            fill(connection, connection.unwrap(PGConnection.class).getCopyAPI());
            database.closeJournal(connection);
            connection.commit();
            connection.setAutoCommit(true);
            database.settle(connection);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(database.service() + " can't be filled: " + e.getMessage(), e);
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        return "%s: %,d rows in %d s".formatted(database.service(), tables.sent() + operators.sent(), took.toSeconds());
    }

    /** Until the cursor has moved, in the last of these transactions, a relay would publish what it finds. */
    private void fill(Connection connection, CopyManager copy) throws SQLException, IOException {
        for (int n = 0; n < plan.orders(); n++) {
            tables.add(Purchase.of(plan, n));
            if (n % AT_ONCE == AT_ONCE - 1) {
                tables.send(copy);
                connection.commit();
            }
        }
        tables.addRest();
        tables.send(copy);
        operators.addAll();
        operators.send(copy);
    }
}
