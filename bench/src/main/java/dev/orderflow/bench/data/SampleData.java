package dev.orderflow.bench.data;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Fills the databases of all services with the orders of a plan, as if they had been placed and had gone their way. */
public final class SampleData {

    /** One generates while another is written. */
    private static final int DATABASES_AT_ONCE = 2;

    private final DataPlan plan;
    private final List<Database> databases;

    public SampleData(DataPlan plan, List<Database> databases) {
        this.plan = plan;
        this.databases = List.copyOf(databases);
    }

    /**
     * Why these databases are not filled; empty if they may be.
     *
     * @param beside whether orders that somebody else has placed may stand beside the generated ones
     */
    public String refusal(boolean beside) throws SQLException {
        for (var database : databases) {
            if (database.holdsOrders(true)) {
                return database.service() + " is filled already; --fresh begins anew";
            }
            if (!beside && database.holdsOrders(false)) {
                return database.service()
                        + " holds orders that were not generated; --beside keeps them, --fresh empties it";
            }
        }
        return "";
    }

    /** @param progress told of each database when it is filled */
    public void fill(Consumer<String> progress) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(DATABASES_AT_ONCE)) {
            var running = databases.stream()
                    .<Future<?>>map(
                            database -> threads.submit(() -> progress.accept(new Filling(plan, database).run())))
                    .toList();
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }
}
