package dev.orderflow.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.function.IntFunction;

/** Sends as fast as answers come: each of some lines sends its next call when its last was answered. */
public final class ClosedLoop {

    private final Caller caller;
    private final IntFunction<Request> calls;
    private final OpenLoop.Listener listener;

    /** Times are from the sending of a call; nothing was planned before. */
    public ClosedLoop(Caller caller, IntFunction<Request> calls, OpenLoop.Listener listener) {
        this.caller = caller;
        this.calls = calls;
        this.listener = listener;
    }

    /**
     * Ends when each call that was sent is answered.
     *
     * @param most no more calls than that
     * @param longest nothing is sent after that
     */
    public Future<Void> run(int lines, int most, Duration longest) {
        var run = new Run(lines, most, System.nanoTime() + longest.toNanos());
        caller.vertx().runOnContext(_ -> run.begin());
        return run.done.future();
    }

    /** Only touched on the event loop. */
    private final class Run {

        private final int lines;
        private final int most;
        private final long end;
        private final Promise<Void> done = Promise.promise();
        private int sent;
        private int idle;

        private Run(int lines, int most, long end) {
            this.lines = lines;
            this.most = most;
            this.end = end;
        }

        private void begin() {
            for (int n = 0; n < lines; n++) {
                next();
            }
        }

        private void next() {
            long now = System.nanoTime();
            if (sent < most && now < end) {
                send(sent++, now);
            } else if (++idle == lines) {
                done.complete();
            }
        }

        private void send(int call, long began) {
            caller.call(calls.apply(call)).onComplete(result -> {
                if (result.succeeded()) {
                    listener.answered(call, result.result(), System.nanoTime() - began);
                } else {
                    listener.failed(call, result.cause());
                }
                next();
            });
        }
    }
}
