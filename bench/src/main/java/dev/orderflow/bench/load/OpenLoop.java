package dev.orderflow.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * Sends calls at planned moments, whatever has become of the earlier ones. Times count from the planned moment, so that a
 * stall of the service, or of this client, is part of every time that it made longer (no coordinated omission).
 */
public final class OpenLoop {

    private static final long TICK_MILLIS = 1;

    /** What hears of each call, on the event loop. */
    public interface Listener {

        /** @param nanos from the planned moment to the end of the answer */
        void answered(int call, Answer answer, long nanos);

        void failed(int call, Throwable failure);
    }

    private final Caller caller;
    private final IntFunction<Request> calls;
    private final Listener listener;

    /** @param calls the n-th call */
    public OpenLoop(Caller caller, IntFunction<Request> calls, Listener listener) {
        this.caller = caller;
        this.calls = calls;
        this.listener = listener;
    }

    /** Ends when each of the calls was answered or has failed. */
    public Future<Void> run(double perSecond, Duration length) {
        int total = (int) Math.round(perSecond * length.toNanos() / 1e9);
        var run = new Run(total, 1e9 / perSecond);
        caller.vertx().runOnContext(_ -> run.begin());
        return run.done.future();
    }

    /** Only touched on the event loop. */
    private final class Run {

        private final int total;
        private final double every;
        private final Promise<Void> done = Promise.promise();
        private long began;
        private int sent;
        private int open;

        private Run(int total, double every) {
            this.total = total;
            this.every = every;
        }

        private void begin() {
            began = System.nanoTime();
            caller.vertx().setPeriodic(TICK_MILLIS, this::tick);
        }

        private long planned(int call) {
            return began + (long) (call * every);
        }

        private void tick(long timer) {
            long now = System.nanoTime();
            while (sent < total && planned(sent) <= now) {
                send(sent++);
            }
            if (sent == total) {
                caller.vertx().cancelTimer(timer);
                endIfAnswered();
            }
        }

        private void send(int call) {
            open++;
            caller.call(calls.apply(call)).onComplete(result -> {
                open--;
                if (result.succeeded()) {
                    listener.answered(call, result.result(), System.nanoTime() - planned(call));
                } else {
                    listener.failed(call, result.cause());
                }
                endIfAnswered();
            });
        }

        private void endIfAnswered() {
            if (sent == total && open == 0) {
                done.tryComplete();
            }
        }
    }
}
