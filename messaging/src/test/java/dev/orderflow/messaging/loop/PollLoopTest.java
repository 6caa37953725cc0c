package dev.orderflow.messaging.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollLoopTest {

    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SHORTEST_PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

    /** One event loop for all, so that {@link #settle} can wait for it. */
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    private final AtomicInteger turns = new AtomicInteger();
    private final List<UniEmitter<? super Boolean>> open = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void takesTheNextTurnAtOnceWhileThereIsMore() {
        loop(() -> Uni.createFrom().item(turns.incrementAndGet() < 1000), NEVER).nudge();

        await().until(() -> turns.get() == 1000);
    }

    @Test
    void takesTurnsByItselfWhileIdle() {
        loop(() -> counted(false), MOMENT).nudge();

        await().until(() -> turns.get() > 20);
    }

    @Test
    void endsItsPauseWhenItIsNudged() {
        var loop = loop(() -> counted(false), NEVER);
        loop.nudge();
        await().until(() -> turns.get() == 1);

        loop.nudge();

        await().until(() -> turns.get() == 2);
    }

    @Test
    void keepsNudgedTurnsApartButNotTheFirst() {
        var began = new CopyOnWriteArrayList<Long>();
        var distant = new PollLoop(vertx, "test", () -> counted(began), NEVER, NEVER, Duration.ofSeconds(2));
        distant.nudge();
        await().until(() -> began.size() == 1);

        for (int i = 0; i < 100; i++) {
            distant.nudge();
        }
        await().until(() -> began.size() == 2);

        assertThat(Duration.ofNanos(began.getLast() - began.getFirst())).isGreaterThan(Duration.ofSeconds(1));
        settle();
        assertThat(began).hasSize(2);
    }

    @Test
    void keepsNoDistanceWhenItIsHurried() {
        var distant = new PollLoop(vertx, "test", () -> counted(false), NEVER, NEVER, NEVER);
        distant.nudge();
        await().until(() -> turns.get() == 1);
        distant.nudge();

        distant.hurry();

        await().until(() -> turns.get() == 2);
    }

    @Test
    void keepsNoDistanceWhenItWasHurriedDuringATurn() {
        var distant = new PollLoop(vertx, "test", this::opened, NEVER, NEVER, NEVER);
        distant.nudge();
        await().until(() -> open.size() == 1);
        distant.hurry();
        settle();
        assertThat(open).hasSize(1);

        open.getFirst().complete(false);

        await().until(() -> open.size() == 2);
    }

    private static Uni<Boolean> counted(List<Long> began) {
        began.add(System.nanoTime());
        return Uni.createFrom().item(false);
    }

    @Test
    void takesOneTurnAtATimeAndOneMoreForAllNudgesMeanwhile() {
        var loop = loop(this::opened, NEVER);
        loop.nudge();
        await().until(() -> open.size() == 1);

        for (int i = 0; i < 100; i++) {
            loop.nudge();
        }
        settle();
        assertThat(open).hasSize(1);

        open.getFirst().complete(false);
        await().until(() -> open.size() == 2);
        open.getLast().complete(false);
        settle();
        assertThat(open).hasSize(2);
    }

    @Test
    void goesOnAfterATurnThatFails() {
        loop(() -> turns.incrementAndGet() == 1 ? failed() : Uni.createFrom().item(false), MOMENT)
                .nudge();

        await().until(() -> turns.get() > 2);
    }

    @Test
    void goesOnAfterATurnThatThrows() {
        loop(
                        () -> {
                            if (turns.incrementAndGet() == 1) {
                                throw new IllegalStateException("no turn");
                            }
                            return Uni.createFrom().item(false);
                        },
                        MOMENT)
                .nudge();

        await().until(() -> turns.get() > 2);
    }

    /** Else each commit of a busy service would try, and log, once more. */
    @Test
    void keepsItsPauseAfterAFailureThoughItIsNudged() {
        var loop = loop(
                () -> {
                    turns.incrementAndGet();
                    return failed();
                },
                Duration.ofMinutes(1));
        var began = System.nanoTime();
        loop.nudge();
        await().until(() -> turns.get() >= 1);
        settle();

        for (int i = 0; i < 100; i++) {
            loop.nudge();
        }
        settle();

        var shortestPauses = (System.nanoTime() - began) / SHORTEST_PAUSE_AFTER_FAILURE.toNanos();
        assertThat((long) turns.get()).isLessThanOrEqualTo(1 + shortestPauses);
    }

    @Test
    void stopsWhenTheRunningTurnHasEnded() throws Exception {
        var loop = loop(this::opened, MOMENT);
        loop.nudge();
        await().until(() -> open.size() == 1);

        var stopped = loop.stop();
        settle();
        assertThat(stopped).isNotDone();

        open.getFirst().complete(true);
        stopped.get(30, TimeUnit.SECONDS);
        loop.nudge();
        settle();
        assertThat(open).hasSize(1);
    }

    @Test
    void stopsAtOnceDuringAPause() throws Exception {
        var loop = loop(() -> counted(false), NEVER);
        loop.nudge();
        await().until(() -> turns.get() == 1);

        loop.stop().get(30, TimeUnit.SECONDS);
    }

    /** A stop that has timed out goes on on a thread of the common pool. */
    @Test
    void doesTheLastThingsOnItsOwnContextWhoeverAsks() throws Exception {
        var loop = loop(() -> counted(false), NEVER);
        loop.stop().get(5, TimeUnit.SECONDS);
        var asked = new CompletableFuture<CompletableFuture<ClassLoader>>();
        var foreign = new Thread(() -> asked.complete(loop.last(
                () -> Uni.createFrom().item(() -> Thread.currentThread().getContextClassLoader()))));
        foreign.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        foreign.start();

        assertThat(asked.get(5, TimeUnit.SECONDS).get(5, TimeUnit.SECONDS))
                .isSameAs(Thread.currentThread().getContextClassLoader());
        assertThat(turns).hasValue(0);
    }

    @Test
    void givesEachTurnAContextOfItsOwnOnOneEventLoop() {
        var contexts = new CopyOnWriteArrayList<Context>();
        var threads = new CopyOnWriteArrayList<Thread>();
        loop(
                        () -> {
                            contexts.add(Vertx.currentContext());
                            threads.add(Thread.currentThread());
                            return counted(turns.get() < 5);
                        },
                        NEVER)
                .nudge();

        await().until(() -> contexts.size() == 6);
        assertThat(contexts).doesNotHaveDuplicates();
        assertThat(threads).containsOnly(threads.getFirst());
    }

    private PollLoop loop(Supplier<Uni<Boolean>> turn, Duration pause) {
        return new PollLoop(vertx, "test", turn, pause, pause);
    }

    private Uni<Boolean> counted(boolean more) {
        turns.incrementAndGet();
        return Uni.createFrom().item(more);
    }

    private Uni<Boolean> opened() {
        return Uni.createFrom().emitter(open::add);
    }

    private static Uni<Boolean> failed() {
        return Uni.createFrom().failure(new IllegalStateException("failed turn"));
    }

    /** Whatever is queued on the event loop by now is done, and what that has queued as well. */
    private void settle() {
        for (int i = 0; i < 5; i++) {
            var done = new CompletableFuture<Void>();
            vertx.runOnContext(done::complete);
            done.join();
        }
    }
}
