package dev.orderflow.messaging.transaction;

import dev.orderflow.messaging.loop.PollLoop;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;

/**
 * Work of one kind that comes in parts, each from a caller who waits for its commit: a webhook, say. A part that comes
 * alone has a transaction at once; those that come while one runs share the next. A part that fails, fails alone: the
 * batch is halved until it is by itself.
 */
public final class SharedTransactions<T> {

    private static final int LARGEST_BATCH = 200;

    /** It has work only when it is nudged. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final UnitsOfWork units;
    private final Vertx vertx;
    private final BiFunction<UnitOfWork, List<T>, Uni<Void>> work;
    private final PollLoop loop;
    private final Queue<Part<T>> queue = new ConcurrentLinkedQueue<>();

    /**
     * @param work does all parts in the given transaction, and has no effect outside it; it is done again with fewer of
     *     them when it fails
     */
    public SharedTransactions(
            String name, UnitsOfWork units, Vertx vertx, BiFunction<UnitOfWork, List<T>, Uni<Void>> work) {
        this.units = units;
        this.vertx = vertx;
        this.work = work;
        this.loop = new PollLoop(vertx, name, this::turn, IDLE, IDLE);
    }

    /** Completes, on the caller's context, when its part is committed. */
    public Uni<Void> run(T part) {
        return Uni.createFrom().emitter(done -> {
            queue.add(new Part<>(part, vertx.getOrCreateContext(), done));
            loop.nudge();
        });
    }

    private Uni<Boolean> turn() {
        var batch = new ArrayList<Part<T>>();
        while (batch.size() < LARGEST_BATCH && !queue.isEmpty()) {
            batch.add(queue.remove());
        }
        return batch.isEmpty() ? Uni.createFrom().item(false) : run(batch).map(done -> !queue.isEmpty());
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

    /** @param context on which its caller goes on */
    private record Part<T>(T content, Context context, UniEmitter<? super Void> done) {

        void committed() {
            context.runOnContext(ignored -> done.complete(null));
        }

        void failed(Throwable failure) {
            context.runOnContext(ignored -> done.fail(failure));
        }
    }
}
