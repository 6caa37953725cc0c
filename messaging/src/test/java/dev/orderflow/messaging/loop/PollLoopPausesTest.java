package dev.orderflow.messaging.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** How long a loop pauses between two turns, whoever nudges or hurries it. */
class PollLoopPausesTest extends PollLoopFixture {

    private static final Duration SHORTEST_PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

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
        var distant = new PollLoop(vertx, "test", () -> noting(began), NEVER, NEVER, Duration.ofSeconds(2));
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

    /** Else a machine that has no time would spend what it has on many small turns. */
    @Test
    void restsAfterALongTurnBeforeOneThatIsOnlyNudged() {
        var began = new CopyOnWriteArrayList<Long>();
        var loop = loop(() -> noting(began).chain(this::opened), NEVER);
        loop.nudge();
        await().until(() -> open.size() == 1);
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        loop.nudge();

        long ended = System.nanoTime();
        open.getFirst().complete(false);
        await().until(() -> began.size() == 2);

        assertThat(Duration.ofNanos(began.getLast() - ended)).isGreaterThan(Duration.ofMillis(90));
    }

    @Test
    void doesNotRestWhereThereIsMoreToDo() {
        var loop = loop(this::opened, NEVER);
        loop.nudge();
        await().until(() -> open.size() == 1);
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);

        open.getFirst().complete(true);
        settle();

        assertThat(open).hasSize(2);
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

    private static Uni<Boolean> noting(List<Long> began) {
        began.add(System.nanoTime());
        return Uni.createFrom().item(false);
    }
}
