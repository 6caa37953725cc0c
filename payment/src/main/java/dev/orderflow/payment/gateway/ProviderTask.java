package dev.orderflow.payment.gateway;

import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.task.TaskHandler;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.messaging.PaymentRecorder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Asks the provider and lets the payment know. What is learned is a fact that the payment can take twice, late and in
 * any order, so an attempt that was overtaken by a later one has nothing to undo: its fact counts as well.
 */
abstract class ProviderTask<P> implements TaskHandler<P, Fact> {

    private final Parts parts;

    ProviderTask(Parts parts) {
        this.parts = parts;
    }

    /** Makes at most three calls, so that it ends within the lease whatever the provider does. */
    abstract Uni<Fact> ask(Task task, P payload);

    /** What is known once the deadline has passed without an answer. */
    abstract Fact afterDeadline(P payload);

    @Override
    public final Uni<Fact> call(Task task, P payload) {
        return parts.failures.noted(task, ask(task, payload));
    }

    @Override
    public final Uni<Void> record(UnitOfWork work, Task task, P payload, Fact fact) {
        return parts.recorder.record(work, UUID.fromString(task.key()), fact);
    }

    @Override
    public final Uni<Void> superseded(UnitOfWork work, Task task, P payload, Fact fact) {
        return record(work, task, payload, fact);
    }

    @Override
    public final Uni<Void> expired(UnitOfWork work, Task task, P payload) {
        return record(work, task, payload, afterDeadline(payload));
    }

    /** What all of them need. */
    @Singleton
    static class Parts {

        private final PaymentRecorder recorder;
        private final FailedCalls failures;

        @Inject
        Parts(PaymentRecorder recorder, FailedCalls failures) {
            this.recorder = recorder;
            this.failures = failures;
        }
    }
}
