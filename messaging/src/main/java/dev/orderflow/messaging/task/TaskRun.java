package dev.orderflow.messaging.task;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.event.UndecodableEventException;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.transaction.Faults;
import dev.orderflow.messaging.transaction.Pause;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One attempt at one task: call, then record in a second transaction behind the fence. A record that fails for want of the
 * database is tried again by itself; whatever else fails is tried again from the call on, with backoff until the deadline.
 * What is left undone by a crash is due again when the lease ends.
 */
@Singleton
final class TaskRun {

    private static final Logger LOG = Logger.getLogger(TaskRun.class);

    /** Others may claim the task once its lease has ended: it must be recorded soon after its database is back. */
    private static final Duration LONGEST_BETWEEN_RECORDS = Duration.ofSeconds(2);

    private final Tasks tasks;
    private final UnitsOfWork units;
    private final EventCodec codec;
    private final Pool pool;
    private final MessagingConfig.Worker config;
    private final Vertx vertx;
    private final Pause pause;
    private final Map<String, TaskRecorder<?, ?>> recorders = new ConcurrentHashMap<>();

    @Inject
    TaskRun(Tasks tasks, UnitsOfWork units, EventCodec codec, Pool pool, Vertx vertx, MessagingConfig config) {
        this.tasks = tasks;
        this.units = units;
        this.codec = codec;
        this.pool = pool;
        this.vertx = vertx;
        this.pause = new Pause(vertx);
        this.config = config.tasks();
    }

    /** Never fails: a task that could not even be put back is due again when its lease ends. */
    <P, R> Uni<Void> of(Task task, TaskHandler<P, R> handler) {
        return Uni.createFrom()
                .deferred(() -> attempt(task, handler))
                .onFailure()
                .recoverWithUni(failure -> putBack(task, failure))
                .onFailure()
                .invoke(failure -> LOG.warnf("%s of %s waits for its lease: %s", task.kind(), task.key(), failure));
    }

    private <P, R> Uni<Void> attempt(Task task, TaskHandler<P, R> handler) {
        boolean isLate = !Instant.now().isBefore(task.deadline());
        var span = new TaskSpan(task, isLate);
        return Uni.createFrom()
                .deferred(() -> isLate ? expire(task, handler) : call(task, handler, payload(task, handler)))
                .onTermination()
                .invoke((done, failure, cancelled) -> span.end(failure, cancelled));
    }

    private <P, R> P payload(Task task, TaskHandler<P, R> handler) {
        return codec.read(task.payload(), handler.payload());
    }

    private <P, R> Uni<Void> call(Task task, TaskHandler<P, R> handler, P payload) {
        return Uni.createFrom()
                .deferred(() -> handler.call(task, payload))
                .chain(answer -> record(task, handler, payload, answer));
    }

    private <P, R> Uni<Void> record(Task task, TaskHandler<P, R> handler, P payload, R answer) {
        var answered = new Answered<>(task, payload, answer, Cause.here());
        return keep(task, () -> recorder(handler).record(answered), 1)
                .onFailure(FenceLostException.class)
                .recoverWithUni(() -> superseded(task, handler, payload, answer));
    }

    /** One for each kind, and so always the one for these types. */
    @SuppressWarnings("unchecked")
    private <P, R> TaskRecorder<P, R> recorder(TaskHandler<P, R> handler) {
        return (TaskRecorder<P, R>) recorders.computeIfAbsent(
                handler.kind(),
                kind -> new TaskRecorder<>(
                        handler, tasks, units, vertx, config.gatherRecords(), enough(handler.lane())));
    }

    /** A quarter of the places: some kinds share them, and the answers of all of them may be waiting. */
    private int enough(Lane lane) {
        return Math.max(1, lane.places(config) / 4);
    }

    private <P, R> Uni<Void> superseded(Task task, TaskHandler<P, R> handler, P payload, R answer) {
        LOG.infof("%s of %s was taken over by a later attempt", task.kind(), task.key());
        return keep(task, () -> units.run(work -> handler.superseded(work, task, payload, answer)), 1)
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        "the answer to attempt %d at %s of %s is dropped, what its call did may have to be undone by hand: %s",
                        task.attempt(), task.kind(), task.key(), failure))
                .onFailure()
                .recoverWithNull();
    }

    /**
     * Only this process knows of that answer: it lets go of it when it is stored, or the task's time is over. A call that is
     * made again because a database was away for a moment is a second mail.
     */
    private Uni<Void> keep(Task task, Supplier<Uni<Void>> work, int attempt) {
        return work.get()
                .onFailure(failure -> Faults.of(failure) != Faults.DETERMINISTIC
                        && Instant.now().isBefore(task.deadline()))
                .recoverWithUni(failure -> {
                    LOG.infof("the answer to %s of %s is still to be recorded: %s", task.kind(), task.key(), failure);
                    return pause.of(Pause.backoff(attempt, config.firstBackoff(), LONGEST_BETWEEN_RECORDS))
                            .chain(() -> keep(task, work, attempt + 1));
                });
    }

    private Duration backoff(int attempt) {
        return Pause.backoff(attempt, config.firstBackoff(), config.longestBackoff());
    }

    /** What can't be read can't be handed to its handler: it is only set aside. */
    private <P, R> Uni<Void> expire(Task task, TaskHandler<P, R> handler) {
        LOG.warnf("%s of %s has passed its deadline", task.kind(), task.key());
        try {
            var payload = payload(task, handler);
            return units.run(work -> expired(work, task, handler, payload));
        } catch (UndecodableEventException unreadable) {
            LOG.errorf("%s of %s is set aside: %s", task.kind(), task.key(), unreadable.getMessage());
            return units.run(work -> tasks.expire(work.sql(), task)).replaceWithVoid();
        }
    }

    private <P, R> Uni<Void> expired(UnitOfWork work, Task task, TaskHandler<P, R> handler, P payload) {
        return handler.expired(work, task, payload)
                .chain(() -> tasks.expire(work.sql(), task))
                .invoke(owned -> requireOwned(owned, task))
                .replaceWithVoid();
    }

    private static void requireOwned(boolean owned, Task task) {
        if (!owned) {
            throw new FenceLostException(task);
        }
    }

    private Uni<Void> putBack(Task task, Throwable failure) {
        if (failure instanceof FenceLostException) {
            return Uni.createFrom().voidItem();
        }
        var wait = backoff(task.attempt());
        LOG.warnf("%s of %s, attempt %d: %s", task.kind(), task.key(), task.attempt(), failure);
        return tasks.retry(pool, task, wait, failure.getClass().getSimpleName());
    }
}
