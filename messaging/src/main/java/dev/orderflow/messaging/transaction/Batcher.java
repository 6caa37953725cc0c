package dev.orderflow.messaging.transaction;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Answers many who ask at once with few statements, or transactions: those who come while one runs, share the next one. Who
 * asks alone waits for nothing, where {@link SharedTransactions} gather. A batch that takes long, as one that waits for a lock
 * does, is not waited for, nor is any by a hundred: up to four run abreast then. A question that fails its batch costs only itself: the batch is halved
 * until it is alone. Nothing more is begun for who has been sent away; what was under way may be done.
 */
public final class Batcher<K, V> {

    private static final int ABREAST = 4;

    /** Several times what a batch takes on a machine that has time, so that those of a busy one grow, instead of becoming more. */
    private static final Duration LONG_BATCH = Duration.ofMillis(100);

    private static final int LARGEST = 100;

    /** Far more than can be answered in anybody's patience. */
    private static final int MOST_WAITING = 10_000;

    private record Asking<K, V>(K key, Context caller, UniEmitter<? super V> done, long since) {

        void answered(V answer) {
            caller.runOnContext(ignored -> done.complete(answer));
        }

        void failed(Throwable failure) {
            caller.runOnContext(ignored -> done.fail(failure));
        }
    }

    private final Vertx vertx;
    private final Context loop;
    private final Duration patience;
    private final Duration longBatch;
    private final Function<List<K>, Uni<List<V>>> work;
    private final Queue<Asking<K, V>> waiting = new ArrayDeque<>();
    private int running;
    private long lastBegun;
    private boolean isNextTimed;
    private boolean watching;

    /**
     * @param patience who has waited for longer, and who finds 10,000 waiting, is sent away with a
     *     {@link TimeoutException}; whose batch takes longer, with a {@link StillRunningException}
     * @param work answers each of the keys, in their order; has to be one that may be done again in parts when it fails
     */
    public Batcher(Vertx vertx, Duration patience, Function<List<K>, Uni<List<V>>> work) {
        this(vertx, patience, LONG_BATCH, work);
    }

    /** @param longBatch after which the next batch does not wait for the last one */
    Batcher(Vertx vertx, Duration patience, Duration longBatch, Function<List<K>, Uni<List<V>>> work) {
        this.longBatch = longBatch;
        this.vertx = vertx;
        this.loop = VertxContext.getRootContext(vertx.getOrCreateContext());
        this.patience = patience;
        this.work = work;
    }

    /** From any thread; goes on on the caller's context. */
    public Uni<V> ask(K key) {
        return Uni.createFrom().emitter(done -> {
            var asking = new Asking<K, V>(key, vertx.getOrCreateContext(), done, System.nanoTime());
            loop.runOnContext(ignored -> stand(asking));
        });
    }

    private void stand(Asking<K, V> last) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(last);
            next();
            watch();
        } else {
            last.failed(tooLate());
        }
    }

    private void next() {
        while (!waiting.isEmpty() && mayBegin()) {
            var batch = take();
            if (!batch.isEmpty()) {
                begin(batch);
            }
        }
        if (!waiting.isEmpty() && running < ABREAST && !isNextTimed) {
            isNextTimed = true;
            vertx.setTimer(
                    Math.max(1, TimeUnit.NANOSECONDS.toMillis(untilLong())),
                    over -> loop.runOnContext(ignored -> {
                        isNextTimed = false;
                        next();
                    }));
        }
    }

    /** One that is full gains nothing by waiting. */
    private boolean mayBegin() {
        boolean isWorthIt = untilLong() <= 0 || waiting.size() >= LARGEST;
        return running == 0 || (running < ABREAST && isWorthIt);
    }

    /** In nanoseconds, until the batch that was begun last takes long. */
    private long untilLong() {
        return longBatch.toNanos() - (System.nanoTime() - lastBegun);
    }

    /** A batch that hangs, as on a server that is frozen, neither keeps its askers nor those behind it for ever. */
    private void begin(List<Asking<K, V>> batch) {
        running++;
        lastBegun = System.nanoTime();
        Promise<Void> over = Promise.promise();
        long timer = vertx.setTimer(
                patience.toMillis(), late -> over.tryFail(new StillRunningException("not done within " + patience)));
        VertxContext.createNewDuplicatedContext(loop)
                .runOnContext(
                        ignored -> answer(batch, over).subscribe().with(answered -> over.tryComplete(), over::tryFail));
        over.future()
                .onComplete(ended -> loop.runOnContext(ignored -> {
                    vertx.cancelTimer(timer);
                    ended(batch, ended.cause());
                }));
    }

    /** @param failure null if all is well; who was answered before it hears nothing of it */
    private void ended(List<Asking<K, V>> batch, Throwable failure) {
        if (failure != null) {
            batch.forEach(each -> each.failed(failure));
        }
        running--;
        next();
    }

    /** Sends away those who have waited too long even while no statement ends: each after twice the patience at most. */
    private void watch() {
        if (!watching && !waiting.isEmpty()) {
            watching = true;
            vertx.setTimer(
                    patience.toMillis(),
                    over -> loop.runOnContext(ignored -> {
                        watching = false;
                        sendAway();
                        watch();
                    }));
        }
    }

    private void sendAway() {
        while (!waiting.isEmpty() && hasWaitedTooLong(waiting.peek())) {
            waiting.remove().failed(tooLate());
        }
    }

    private boolean hasWaitedTooLong(Asking<K, V> asking) {
        return System.nanoTime() - asking.since() > patience.toNanos();
    }

    private TimeoutException tooLate() {
        return new TimeoutException("the database had no time for this within " + patience);
    }

    private List<Asking<K, V>> take() {
        sendAway();
        var batch = new ArrayList<Asking<K, V>>();
        while (batch.size() < LARGEST && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        return batch;
    }

    /** @param over ended once all of them are answered, or have been sent away */
    private Uni<Void> answer(List<Asking<K, V>> batch, Promise<Void> over) {
        return Uni.createFrom()
                .deferred(() -> work.apply(batch.stream().map(Asking::key).toList()))
                .invoke(answers -> hand(batch, answers))
                .replaceWithVoid()
                .onFailure(failure -> batch.size() > 1 && !isEnded(over) && !Faults.isServerAway(failure))
                .recoverWithUni(() -> apart(batch, over));
    }

    private static boolean isEnded(Promise<Void> over) {
        return over.future().isComplete();
    }

    private static <K, V> void hand(List<Asking<K, V>> batch, List<V> answers) {
        for (int n = 0; n < batch.size(); n++) {
            batch.get(n).answered(answers.get(n));
        }
    }

    private Uni<Void> apart(List<Asking<K, V>> batch, Promise<Void> over) {
        int middle = batch.size() / 2;
        return half(batch.subList(0, middle), over).chain(() -> half(batch.subList(middle, batch.size()), over));
    }

    private Uni<Void> half(List<Asking<K, V>> batch, Promise<Void> over) {
        if (isEnded(over)) {
            return Uni.createFrom().voidItem();
        }
        return answer(batch, over)
                .onFailure()
                .invoke(failure -> batch.forEach(each -> each.failed(failure)))
                .onFailure()
                .recoverWithNull();
    }
}
