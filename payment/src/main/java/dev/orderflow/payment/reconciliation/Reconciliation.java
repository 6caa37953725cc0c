package dev.orderflow.payment.reconciliation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What the runs have found, for the HTTP side. */
@Singleton
public class Reconciliation {

    private final RunTable runs;
    private final DifferenceTable differences;
    private final Pool pool;

    @Inject
    Reconciliation(RunTable runs, DifferenceTable differences, Pool pool) {
        this.runs = runs;
        this.differences = differences;
        this.pool = pool;
    }

    /** Empty until a run has come to its end. */
    public Uni<Optional<LastRun>> lastRun() {
        return runs.last(pool);
    }

    /**
     * What does not agree, the oldest first.
     *
     * @param after null for the first page
     */
    public Uni<List<Difference>> find(After after, int limit) {
        return differences.list(pool, after, limit);
    }
}
