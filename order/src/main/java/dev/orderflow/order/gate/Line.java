package dev.orderflow.order.gate;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Lets a few calls through at a time, first come first served, all on one event loop. A crowd stands here and not before
 * Redis: that the crowd is large does not make Redis slow.
 */
final class Line<T> {

    private record Waiting<T>(Supplier<Uni<T>> call, Context caller, UniEmitter<? super T> done, long since) {

        void answered(T answer) {
            caller.runOnContext(ignored -> done.complete(answer));
        }

        void failed(Throwable failure) {
            caller.runOnContext(ignored -> done.fail(failure));
        }
    }

    /** Far more than can be let through in anybody's patience. */
    private static final int LONGEST = 10_000;

    private final Vertx vertx;
    private final Context loop;
    private final int width;
    private final Duration patience;
    private final Queue<Waiting<T>> waiting = new ArrayDeque<>();
    private int through;

    /**
     * @param width how many calls at a time
     * @param patience who has stood for longer when the turn comes is sent away with a {@link CrowdedException},
     *     as is who finds 10,000 standing there
     */
    Line(Vertx vertx, Context loop, int width, Duration patience) {
        this.vertx = vertx;
        this.loop = loop;
        this.width = width;
        this.patience = patience;
    }

    /** Makes the call when its turn has come, on the loop. From any thread; goes on on the caller's context. */
    Uni<T> call(Supplier<Uni<T>> call) {
        return Uni.createFrom().emitter(done -> {
            var caller = vertx.getOrCreateContext();
            loop.runOnContext(ignored -> stand(new Waiting<>(call, caller, done, System.nanoTime())));
        });
    }

    private void stand(Waiting<T> last) {
        if (waiting.size() == LONGEST) {
            last.failed(new CrowdedException());
        } else {
            waiting.add(last);
        }
        if (through < width) {
            next();
        }
    }

    private void next() {
        var first = waiting.poll();
        while (first != null && System.nanoTime() - first.since() > patience.toNanos()) {
            first.failed(new CrowdedException());
            first = waiting.poll();
        }
        if (first != null) {
            letThrough(first);
        }
    }

    private void letThrough(Waiting<T> first) {
        through++;
        Uni.createFrom()
                .deferred(() -> first.call().get())
                .onTermination()
                .invoke(() -> loop.runOnContext(ignored -> left()))
                .subscribe()
                .with(first::answered, first::failed);
    }

    private void left() {
        through--;
        next();
    }
}
