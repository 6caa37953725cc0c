package dev.orderflow.payment.reconciliation;

import dev.orderflow.messaging.task.Answered;
import dev.orderflow.messaging.task.NewTask;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.task.TaskHandler;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.payment.gateway.Excerpt;
import dev.orderflow.payment.gateway.ProviderBooks;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * One step of a run: a call, and then the comparison in a transaction of its own, which schedules the next step. While
 * the provider is away the run waits; whichever replica is there goes on with it.
 */
@Singleton
class ReconcileTask implements TaskHandler<ReconciliationStep, Excerpt> {

    static final String KIND = "reconcile";

    private final ProviderBooks books;
    private final ReconciliationRecord record;

    @Inject
    ReconcileTask(ProviderBooks books, ReconciliationRecord record) {
        this.books = books;
        this.record = record;
    }

    static NewTask task(ReconciliationStep step, Instant deadline) {
        return new NewTask(KIND, KIND, step, Instant.now(), deadline);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<ReconciliationStep> payload() {
        return ReconciliationStep.class;
    }

    @Override
    public Uni<Excerpt> call(Task task, ReconciliationStep step) {
        return step.isListing()
                ? books.page(step.from(), step.to(), step.after())
                : books.find(step.lookUps().getFirst());
    }

    /** One, save after a run was given up while its last call was under way. */
    @Override
    public Uni<Void> record(UnitOfWork work, List<Answered<ReconciliationStep, Excerpt>> answered) {
        return Multi.createFrom()
                .iterable(answered)
                .onItem()
                .transformToUniAndConcatenate(each -> record(work, each))
                .collect()
                .last();
    }

    private Uni<Void> record(UnitOfWork work, Answered<ReconciliationStep, Excerpt> each) {
        return record.of(work, each.payload(), each.answer())
                .invoke(next -> next.ifPresent(
                        step -> work.schedule(List.of(task(step, each.task().deadline())), each.cause())))
                .replaceWithVoid();
    }

    /** The next run begins by itself. */
    @Override
    public Uni<Void> expired(UnitOfWork work, Task task, ReconciliationStep step) {
        return Uni.createFrom().voidItem();
    }
}
