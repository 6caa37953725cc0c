package dev.orderflow.payment.reconciliation;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Begins the runs. Every replica looks, one of them begins; its tasks are any replica's. */
@ApplicationScoped
class ReconciliationSchedule {

    private final UnitsOfWork units;
    private final RunTable runs;
    private final ReconciliationMetrics metrics;
    private final ReconciliationConfig config;
    private final Pool pool;

    @Inject
    ReconciliationSchedule(
            UnitsOfWork units, RunTable runs, ReconciliationMetrics metrics, ReconciliationConfig config, Pool pool) {
        this.units = units;
        this.runs = runs;
        this.metrics = metrics;
        this.config = config;
        this.pool = pool;
    }

    @Scheduled(
            every = "${orderflow.payment.reconciliation.poll:15s}",
            delayed = "${orderflow.payment.reconciliation.poll:15s}",
            identity = "reconciliation",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return beginIfDue().chain(() -> metrics.refresh(pool));
    }

    /** Answers whether this call has begun a run. */
    Uni<Boolean> beginIfDue() {
        return units.run(work -> runs.begin(work.sql()).map(begun -> {
            begun.ifPresent(run -> schedule(work, run));
            return begun.isPresent();
        }));
    }

    private void schedule(UnitOfWork work, Run run) {
        var deadline = run.startedAt().plus(config.longest());
        work.schedule(List.of(ReconcileTask.task(ReconciliationStep.first(run, config), deadline)));
    }
}
