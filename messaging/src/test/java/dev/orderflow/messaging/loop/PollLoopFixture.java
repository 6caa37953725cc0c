package dev.orderflow.messaging.loop;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

/** Loops whose turns are counted, or end when a test says so. */
abstract class PollLoopFixture {

    static final Duration NEVER = Duration.ofHours(1);

    /** One event loop for all, so that {@link #settle} can wait for it. */
    final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    final AtomicInteger turns = new AtomicInteger();
    final List<UniEmitter<? super Boolean>> open = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close();
    }

    PollLoop loop(Supplier<Uni<Boolean>> turn, Duration pause) {
        return new PollLoop(vertx, "test", turn, pause, pause);
    }

    Uni<Boolean> counted(boolean more) {
        turns.incrementAndGet();
        return Uni.createFrom().item(more);
    }

    Uni<Boolean> opened() {
        return Uni.createFrom().emitter(open::add);
    }

    static Uni<Boolean> failed() {
        return Uni.createFrom().failure(new IllegalStateException("failed turn"));
    }

    /** Whatever is queued on the event loop by now is done, and what that has queued as well. */
    void settle() {
        for (int i = 0; i < 5; i++) {
            var done = new CompletableFuture<Void>();
            vertx.runOnContext(done::complete);
            done.join();
        }
    }
}
