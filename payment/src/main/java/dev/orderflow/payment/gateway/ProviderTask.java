package dev.orderflow.payment.gateway;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.task.Answered;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.task.TaskHandler;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.messaging.Learned;
import dev.orderflow.payment.messaging.PaymentRecorder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
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
    public final Uni<Void> record(UnitOfWork work, List<Answered<P, Fact>> answered) {
        return parts.recorder.record(
                work,
                answered.stream()
                        .map(each -> learned(each.task(), each.answer(), each.cause()))
                        .toList());
    }

    @Override
    public final Uni<Void> superseded(UnitOfWork work, Task task, P payload, Fact fact) {
        return learn(work, task, fact);
    }

    @Override
    public final Uni<Void> expired(UnitOfWork work, Task task, P payload) {
        return learn(work, task, afterDeadline(payload));
    }

    private Uni<Void> learn(UnitOfWork work, Task task, Fact fact) {
        return parts.recorder.record(work, List.of(learned(task, fact, Cause.here())));
    }

    private static Learned learned(Task task, Fact fact, Cause cause) {
        return new Learned(UUID.fromString(task.key()), fact, cause);
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
