package dev.orderflow.messaging.task;

import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * One kind of call to the outside. Implementations are beans.
 *
 * <p>The call is made at least once, and may be repeated after a crash between call and record; it must therefore
 * carry an idempotency key ({@link Task#id()}). The record takes effect exactly once.
 *
 * @param <P> payload
 * @param <R> the party's answer, a refusal included
 */
public interface TaskHandler<P, R> {

    String kind();

    Class<P> payload();

    /** Which tasks it shares its places with. */
    default Lane lane() {
        return Lane.CALLS;
    }

    /**
     * Calls the party, outside any transaction. A failed Uni is tried again with backoff until the deadline; a refusal
     * that stays a refusal is an answer, not a failure. The call must end by itself: its client owes a timeout. One that
     * is under way when its process stops or dies may be repeated while the party still works on it.
     */
    Uni<R> call(Task task, P payload);

    /**
     * Stores the answers and appends what follows from them; commits together with the end of their tasks. They come in
     * the order of their tasks' keys, in which aggregates are to be locked. One that fails is tried again without the
     * others, so a statement for all of them is as safe as one for each.
     */
    Uni<Void> record(UnitOfWork work, List<Answered<P, R>> answered);

    /** The deadline has passed without an answer. The outcome may be unknown: look it up, never guess. */
    Uni<Void> expired(UnitOfWork work, Task task, P payload);

    /**
     * Another worker took the task over while this one was calling; what the call did must be undone if it isn't
     * idempotent.
     */
    default Uni<Void> superseded(UnitOfWork work, Task task, P payload, R answer) {
        return Uni.createFrom().voidItem();
    }
}
