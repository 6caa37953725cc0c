package dev.orderflow.messaging.task;

import dev.orderflow.messaging.loop.PollLoop;
import dev.orderflow.messaging.transaction.Faults;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Records the answers to one kind of task behind their fences, each of them once. Those of a busy moment share a
 * transaction, and so do those that come while one runs; an idle worker's answer waits for nothing. An answer that can't
 * be recorded costs only itself: the batch is halved until it is alone.
 */
final class TaskRecorder<P, R> {

    private static final int LARGEST_BATCH = 200;

    /** It has work only when it is nudged. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final TaskHandler<P, R> handler;
    private final Tasks tasks;
    private final UnitsOfWork units;
    private final Vertx vertx;
    private final int enough;
    private final PollLoop loop;
    private final Queue<Waiting<P, R>> queue = new ConcurrentLinkedQueue<>();

    /**
     * @param gather from one record to the next
     * @param enough so many answers wait no longer: they keep the places of others
     */
    TaskRecorder(TaskHandler<P, R> handler, Tasks tasks, UnitsOfWork units, Vertx vertx, Duration gather, int enough) {
        this.handler = handler;
        this.tasks = tasks;
        this.units = units;
        this.vertx = vertx;
        this.enough = enough;
        this.loop = new PollLoop(vertx, "record " + handler.kind(), this::turn, IDLE, IDLE, gather);
    }

    /** Goes on on the caller's context. Fails with {@link FenceLostException} when a later attempt owns the task. */
    Uni<Void> record(Answered<P, R> answered) {
        return Uni.createFrom().emitter(done -> {
            queue.add(new Waiting<>(answered, vertx.getOrCreateContext(), done));
            if (queue.size() < enough) {
                loop.nudge();
            } else {
                loop.hurry();
            }
        });
    }

    private Uni<Boolean> turn() {
        var batch = new ArrayList<Waiting<P, R>>();
        while (batch.size() < LARGEST_BATCH && !queue.isEmpty()) {
            batch.add(queue.remove());
        }
        // Everyone locks aggregates in the order of their keys.
        batch.sort(Comparator.comparing(each -> each.answered().task().key()));
        // What has come meanwhile has asked for a turn of its own.
        return batch.isEmpty()
                ? Uni.createFrom().item(false)
                : record(batch).map(done -> batch.size() == LARGEST_BATCH);
    }

    private Uni<Void> record(List<Waiting<P, R>> batch) {
        return units.run(work -> recordOwned(work, batch))
                .invoke(owned -> batch.forEach(each -> each.recorded(owned)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> apart(batch, failure));
    }

    /** While the database is away every part of the batch would fail as well. */
    private Uni<Void> apart(List<Waiting<P, R>> batch, Throwable failure) {
        if (batch.size() == 1 || Faults.isServerAway(failure)) {
            batch.forEach(each -> each.failed(failure));
            return Uni.createFrom().voidItem();
        }
        int middle = batch.size() / 2;
        return record(batch.subList(0, middle)).chain(() -> record(batch.subList(middle, batch.size())));
    }

    /** The fence is asked first, because a successor's record may have made this one impossible, and again last. */
    private Uni<Set<Task>> recordOwned(UnitOfWork work, List<Waiting<P, R>> batch) {
        var all = batch.stream().map(each -> each.answered().task()).toList();
        return tasks.owned(work.sql(), all).call(owned -> recordAll(work, kept(batch, owned)));
    }

    private Uni<Void> recordAll(UnitOfWork work, List<Answered<P, R>> kept) {
        if (kept.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var done = kept.stream().map(Answered::task).toList();
        return handler.record(work, kept).invoke(() -> work.endWith(tasks.finish(work.sql(), done)));
    }

    private static <P, R> List<Answered<P, R>> kept(List<Waiting<P, R>> batch, Set<Task> owned) {
        return batch.stream()
                .map(Waiting::answered)
                .filter(answered -> owned.contains(answered.task()))
                .toList();
    }
}
