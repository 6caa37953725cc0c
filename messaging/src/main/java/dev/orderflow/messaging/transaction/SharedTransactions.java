package dev.orderflow.messaging.transaction;

import dev.orderflow.messaging.loop.PollLoop;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/**
 * Work of one kind that comes in parts, each from a caller who waits for its commit: a webhook, say. A part that comes
 * after a quiet moment has a transaction at once; those that come while one runs, or shortly after, share the next. A part
 * that fails, fails alone: the batch is halved until it is by itself.
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
    private final BiFunction<UnitOfWork, List<T>, Uni<Void>> work;
    private final Duration patience;
    private final PollLoop loop;
    private final Semaphore places = new Semaphore(LONGEST_QUEUE);
    private final Queue<Part<T>> queue = new ConcurrentLinkedQueue<>();

    /**
     * @param gather from the beginning of a transaction to that of the next one; 8 that wait end it early
     * @param work does all parts in the given transaction, and has no effect outside it; it is done again with fewer of
     *     them when it fails
     */
    public SharedTransactions(
            String name,
            UnitsOfWork units,
            Vertx vertx,
            Duration gather,
            BiFunction<UnitOfWork, List<T>, Uni<Void>> work) {
        this(name, units, vertx, gather, work, PATIENCE);
    }

    SharedTransactions(
            String name,
            UnitsOfWork units,
            Vertx vertx,
            Duration gather,
            BiFunction<UnitOfWork, List<T>, Uni<Void>> work,
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
        if (!places.tryAcquire()) {
            done.fail(new TimeoutException(LONGEST_QUEUE + " others wait"));
            return;
        }
        var part = new Part<>(content, done, new AtomicBoolean());
        done.onTermination(() -> part.isGivenUp().set(true));
        queue.add(part);
        if (queue.size() < ENOUGH) {
            loop.nudge();
        } else {
            loop.hurry();
        }
    }

    private Uni<Boolean> turn() {
        var batch = new ArrayList<Part<T>>();
        while (batch.size() < LARGEST_BATCH && !queue.isEmpty()) {
            var part = queue.remove();
            places.release();
            if (!part.isGivenUp().get()) {
                batch.add(part);
            }
        }
        return batch.isEmpty() ? Uni.createFrom().item(false) : run(batch).map(done -> goOn());
    }

    /** At once where enough wait; the others have their turn when its time has come. */
    private boolean goOn() {
        if (queue.size() >= ENOUGH) {
            return true;
        }
        if (!queue.isEmpty()) {
            loop.nudge();
        }
        return false;
    }

    private Uni<Void> run(List<Part<T>> batch) {
        var parts = batch.stream().map(Part::content).toList();
        return units.run(unit -> work.apply(unit, parts))
                .invoke(() -> batch.forEach(Part::committed))
                .onFailure()
                .recoverWithUni(failure -> apart(batch, failure));
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
