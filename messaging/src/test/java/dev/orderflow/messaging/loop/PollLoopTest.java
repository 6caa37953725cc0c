package dev.orderflow.messaging.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One turn after the other, each on a context of its own, until the loop is stopped. */
class PollLoopTest extends PollLoopFixture {

    private static final Duration MOMENT = Duration.ofMillis(1);

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
}
