package dev.orderflow.messaging.loop;

import dev.orderflow.messaging.transaction.Pause;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Takes turns, one at a time, on one event loop: at once while a turn reports more work, else after a pause that
 * doubles up to a limit. A nudge ends the pause, but turns that are only nudged keep a distance, so that the commits of a
 * busy moment share one; a first nudge after a quiet moment is answered at once. A turn that took long, mostly because the
 * machine or the database is busy, is followed by a rest of about that length before one that is only nudged, which then
 * finds the more to do. After a failed turn the pause grows, and a nudge does not end it: what failed a moment ago would fail again for every commit. A loop
 * never dies.
 */
public final class PollLoop {

    private static final Logger LOG = Logger.getLogger(PollLoop.class);

    private static final Duration LONGEST_AFTER_FAILURE = Duration.ofSeconds(5);

    /** More than the statements of a turn take, which are a few with 0.1 to 1.6 ms each on the smallest machine. */
    private static final Duration LONG_TURN = Duration.ofMillis(15);

    private static final Duration LONGEST_REST = Duration.ofMillis(100);

    private final Vertx vertx;
    private final Context context;
    private final String name;
    private final Supplier<Uni<Boolean>> turn;
    private final Duration shortest;
    private final Duration longest;
    private final Duration distance;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    private Duration pause;
    private int failures;
    private long timer = -1;
    private long beganAt;
    private long restsUntil;
    private boolean running;
    private boolean nudged;
    private boolean hurried;
    private boolean stopping;

    /** @param turn answers whether there is more to do at once */
    public PollLoop(Vertx vertx, String name, Supplier<Uni<Boolean>> turn, Duration shortest, Duration longest) {
        this(vertx, name, turn, shortest, longest, Duration.ZERO);
    }

    /**
     * @param turn answers whether there is more to do at once
     * @param distance from the beginning of a turn to that of the next one that is only nudged
     */
    public PollLoop(
            Vertx vertx,
            String name,
            Supplier<Uni<Boolean>> turn,
            Duration shortest,
            Duration longest,
            Duration distance) {
        this.vertx = vertx;
        this.context = VertxContext.getRootContext(vertx.getOrCreateContext());
        this.name = name;
        this.turn = turn;
        this.shortest = shortest;
        this.longest = longest;
        this.distance = distance;
        this.beganAt = System.nanoTime() - distance.toNanos();
        this.restsUntil = System.nanoTime();
        this.pause = shortest;
    }

    /** Safe from any thread; many nudges during one turn make one more turn. */
    public void nudge() {
        context.runOnContext(ignored -> {
            if (!nudged) {
                nudged = true;
                hasten();
            }
        });
    }

    /** A nudge by so much work that the next turn need not gather more of it. */
    public void hurry() {
        context.runOnContext(ignored -> {
            if (!hurried) {
                nudged = true;
                hurried = true;
                hasten();
            }
        });
    }

    private void hasten() {
        if (running || stopping || failures > 0) {
            return;
        }
        long early = hurried ? 0 : early(System.nanoTime());
        if (early <= 0) {
            takeTurn();
        } else {
            vertx.cancelTimer(timer);
            timer = vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(early)), ignored -> takeTurn());
        }
    }

    /** In nanoseconds, how much too early a nudged turn would be now. */
    private long early(long now) {
        return Math.max(distance.toNanos() - (now - beganAt), restsUntil - now);
    }

    /** Completes when the running turn has ended; there is no further one. */
    public CompletableFuture<Void> stop() {
        context.runOnContext(ignored -> {
            stopping = true;
            if (!running) {
                vertx.cancelTimer(timer);
                stopped.complete(null);
            }
        });
        return stopped;
    }

    /**
     * Does that on this loop's context, even when there are no more turns: for what is left to be done at the end. There a
     * future that has timed out goes on on a thread of the JVM's common pool, to which the application's classes are unknown.
     */
    public <T> CompletableFuture<T> last(Supplier<Uni<T>> work) {
        var outcome = new CompletableFuture<T>();
        VertxContext.createNewDuplicatedContext(context)
                .runOnContext(ignored -> Uni.createFrom()
                        .<T>deferred(work::get)
                        .subscribe()
                        .with(outcome::complete, outcome::completeExceptionally));
        return outcome;
    }

    private void takeTurn() {
        if (running || stopping) {
            return;
        }
        running = true;
        nudged = false;
        hurried = false;
        beganAt = System.nanoTime();
        vertx.cancelTimer(timer);
        VertxContext.createNewDuplicatedContext(context)
                .runOnContext(ignored ->
                        Uni.createFrom().deferred(turn::get).subscribe().with(this::ended, this::failed));
    }

    private void ended(boolean more) {
        context.runOnContext(ignored -> {
            recovered();
            tire(System.nanoTime());
            pause = more ? shortest : min(pause.multipliedBy(2), longest);
            rest(more);
        });
    }

    private void tire(long now) {
        long beyond = now - beganAt - LONG_TURN.toNanos();
        restsUntil = now + Math.clamp(beyond, 0, LONGEST_REST.toNanos());
    }

    private void failed(Throwable failure) {
        context.runOnContext(ignored -> {
            failures++;
            pause = Pause.backoff(failures, longest, LONGEST_AFTER_FAILURE);
            tell(failure);
            nudged = false;
            hurried = false;
            rest(false);
        });
    }

    /** A long outage is told a few times, not at every turn. */
    private void tell(Throwable failure) {
        var level = Integer.bitCount(failures) == 1 ? Logger.Level.WARN : Logger.Level.DEBUG;
        LOG.logf(level, "%s: %s; failure %d, going on in %s", name, failure, failures, pause);
    }

    private void recovered() {
        if (failures > 0) {
            LOG.infof("%s: going on after %d failures", name, failures);
        }
        failures = 0;
    }

    private void rest(boolean more) {
        running = false;
        if (stopping) {
            stopped.complete(null);
        } else if (more) {
            takeTurn();
        } else if (nudged) {
            hasten();
        } else {
            timer = vertx.setTimer(Math.max(1, pause.toMillis()), ignored -> takeTurn());
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
