package dev.orderflow.order.gate;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Gives a call that has been made a time to be answered in. Whatever is in the socket when the time is over, came in
 * time: a loop that was busy learns late of both, and may see the timer first, so it looks into its sockets once more.
 * Only on the loop of the call's connection. Nothing is cancelled: a cancelled call could cost its connection
 * (quarkus#56393).
 */
final class Patience {

    private final Vertx vertx;
    private final Duration longest;

    Patience(Vertx vertx, Duration longest) {
        this.vertx = vertx;
        this.longest = longest;
    }

    /** Fails with a {@link TimeoutException} when the time is over. */
    <T> Future<T> with(Future<T> call) {
        Promise<T> waiting = Promise.promise();
        long timer = vertx.setTimer(longest.toMillis(), over -> afterReading(() -> giveUp(waiting)));
        call.onComplete(answered -> {
            vertx.cancelTimer(timer);
            hand(answered, waiting);
        });
        return waiting.future();
    }

    /** A loop reads its sockets between any two rounds of timers. */
    private void afterReading(Runnable then) {
        vertx.setTimer(1, read -> then.run());
    }

    private void giveUp(Promise<?> waiting) {
        waiting.tryFail(new TimeoutException("Redis did not answer within " + longest.toMillis() + " ms"));
    }

    private static <T> void hand(AsyncResult<T> answered, Promise<T> waiting) {
        if (answered.succeeded()) {
            waiting.tryComplete(answered.result());
        } else {
            waiting.tryFail(answered.cause());
        }
    }
}
