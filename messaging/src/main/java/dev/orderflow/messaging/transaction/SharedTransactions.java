package dev.orderflow.messaging.transaction;

import dev.orderflow.messaging.loop.PollLoop;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/**
 * Work of one kind that comes in parts, each from a caller who waits for its commit: a webhook, say. A part that comes
 * after a quiet moment has a transaction at once; those that come while one runs, or shortly after, share the next. A part
 * that fails, fails alone: the batch is halved until it is by itself. One that the work leaves, because somebody else holds
 * what it is about, is in the next one again.
 *
 * <p>Nobody waits for ever, and not too many wait: as with a pool that is full, what finds 1,000 others waiting, or has no
 * answer after 5 s, fails with a {@link TimeoutException}. It is not begun after that; what was under way may be done.
 */
public final class SharedTransactions<T> {

    private static final int LARGEST_BATCH = 200;
    private static final int LONGEST_QUEUE = 1_000;

    /** Of what a sender of webhooks has under way at once, which it spreads over replicas: the others must not wait for those. */
    private static final int ENOUGH = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** It has work only when it is nudged. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final UnitsOfWork units;
    private final Vertx vertx;
    private final BiFunction<UnitOfWork, List<T>, Uni<Set<T>>> work;
    private final Duration patience;
    private final PollLoop loop;
    private final Semaphore places = new Semaphore(LONGEST_QUEUE);
    private final Queue<Part<T>> queue = new ConcurrentLinkedQueue<>();
    private final Queue<Part<T>> left = new ConcurrentLinkedQueue<>();

    /**
     * @param gather from the beginning of a transaction to that of the next one; 8 that wait end it early
     * @param work does all parts in the given transaction, and has no effect outside it; it is done again with fewer of
     *     them when it fails; answers those that it left
     */
    public SharedTransactions(
            String name,
            UnitsOfWork units,
            Vertx vertx,
            Duration gather,
            BiFunction<UnitOfWork, List<T>, Uni<Set<T>>> work) {
        this(name, units, vertx, gather, work, PATIENCE);
    }

    SharedTransactions(
            String name,
            UnitsOfWork units,
            Vertx vertx,
            Duration gather,
            BiFunction<UnitOfWork, List<T>, Uni<Set<T>>> work,
            Duration patience) {
        this.units = units;
        this.vertx = vertx;
        this.work = work;
        this.patience = patience;
        this.loop = new PollLoop(vertx, name, this::turn, IDLE, IDLE, gather);
    }

    /** Completes, on the caller's context, when its part is committed. */
    public Uni<Void> run(T content) {
        return Uni.createFrom().deferred(() -> {
            var context = vertx.getOrCreateContext();
            return Uni.createFrom()
                    .<Void>emitter(done -> await(content, done))
                    .ifNoItem()
                    .after(patience)
                    .failWith(() -> new TimeoutException("nothing was done within " + patience))
                    .emitOn(goOn -> context.runOnContext(ignored -> goOn.run()));
        });
    }

    private void await(T content, UniEmitter<? super Void> done) {
        var part = new Part<T>(content, done, new AtomicBoolean());
        done.onTermination(() -> part.isGivenUp().set(true));
        if (stand(part, queue)) {
            hasten();
        }
    }

    private boolean stand(Part<T> part, Queue<Part<T>> waiting) {
        boolean isRoom = places.tryAcquire();
        if (isRoom) {
            waiting.add(part);
        } else {
            part.failed(new TimeoutException(LONGEST_QUEUE + " others wait"));
        }
        return isRoom;
    }

    private void hasten() {
        if (queue.size() < ENOUGH) {
            loop.nudge();
        } else {
            loop.hurry();
        }
    }

    private Uni<Boolean> turn() {
        var batch = new ArrayList<Part<T>>();
        take(queue, batch);
        // What is left again and again must not keep the others from their turn.
        take(left, batch);
        return batch.isEmpty() ? Uni.createFrom().item(false) : run(batch).map(done -> goOn());
    }

    private void take(Queue<Part<T>> waiting, List<Part<T>> batch) {
        while (batch.size() < LARGEST_BATCH && !waiting.isEmpty()) {
            var part = waiting.remove();
            places.release();
            if (!part.isGivenUp().get()) {
                batch.add(part);
            }
        }
    }

    /** At once where enough wait that were not left; the others have their turn when its time has come. */
    private boolean goOn() {
        if (queue.size() >= ENOUGH) {
            return true;
        }
        if (!queue.isEmpty() || !left.isEmpty()) {
            loop.nudge();
        }
        return false;
    }

    private Uni<Void> run(List<Part<T>> batch) {
        var parts = batch.stream().map(Part::content).toList();
        return units.run(unit -> work.apply(unit, parts))
                .invoke(leftOut -> batch.forEach(part -> ended(part, leftOut)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> apart(batch, failure));
    }

    private void ended(Part<T> part, Set<T> leftOut) {
        if (leftOut.contains(part.content())) {
            stand(part, left);
        } else {
            part.committed();
        }
    }

    /** While the database is away every part of the batch would fail as well. */
    private Uni<Void> apart(List<Part<T>> batch, Throwable failure) {
        if (batch.size() == 1 || Faults.isServerAway(failure)) {
            batch.forEach(each -> each.failed(failure));
            return Uni.createFrom().voidItem();
        }
        int middle = batch.size() / 2;
        return run(batch.subList(0, middle)).chain(() -> run(batch.subList(middle, batch.size())));
    }

    /** @param isGivenUp whether its caller has been told that it has failed */
    private record Part<T>(T content, UniEmitter<? super Void> done, AtomicBoolean isGivenUp) {

        void committed() {
            done.complete(null);
        }

        void failed(Throwable failure) {
            done.fail(failure);
        }
    }
}
