package dev.orderflow.order.live;

import dev.orderflow.order.application.TimelineEntry;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;
import java.util.UUID;

/**
 * One open answer that tells one reader of one order. It keeps nothing: what its reader is too slow for stays in the
 * journal, and is read once the reader has taken what it was given.
 */
public final class OrderStream {

    private final Telling telling;
    private final EventText text;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context context;
    private volatile long position;
    private volatile boolean begun;
    private boolean late;

    OrderStream(Telling telling, EventText text, HttpServerRequest request, Context context) {
        this.telling = telling;
        this.text = text;
        this.request = request;
        this.response = request.response();
        this.context = context;
        this.position = telling.version();
    }

    String reader() {
        return telling.reader();
    }

    UUID orderId() {
        return telling.orderId();
    }

    /** The version that has been told, or is on its way. */
    long position() {
        return position;
    }

    /** Whether it wants more. */
    boolean isReady() {
        return begun && isOpen() && !response.writeQueueFull();
    }

    /** On the answer's own context. What was told of a settled order is all there is. */
    void begin() {
        response.setChunked(true);
        response.write(EventText.beginning());
        send(telling.history());
        if (telling.settled()) {
            finish();
        } else {
            begun = true;
        }
    }

    /**
     * Goes on, from any thread; one at a time.
     *
     * @param news the versions above its position, without a gap
     * @param last nothing follows them
     */
    void tell(List<TimelineEntry> news, boolean last) {
        position = news.getLast().version();
        context.runOnContext(ignored -> {
            send(news);
            if (last) {
                finish();
            }
        });
    }

    /** Shows that it is alive. Cuts off a reader that has not taken what it was given since the last time. */
    void beat(Runnable cutOff) {
        context.runOnContext(ignored -> {
            boolean full = isOpen() && response.writeQueueFull();
            if (full && late) {
                cutOff.run();
                hangUp();
            } else if (begun && !full) {
                write(EventText.HEARTBEAT);
            }
            late = full;
        });
    }

    /** Closing a connection would first wait for what is on its way, which this reader does not take. */
    private void hangUp() {
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            ((ConnectionBase) request.connection()).channelHandlerContext().close();
        }
    }

    /** Ends it in the middle: its reader comes back, and resumes. */
    void end() {
        context.runOnContext(ignored -> finish());
    }

    private void send(List<TimelineEntry> entries) {
        if (!entries.isEmpty()) {
            write(text.of(entries));
        }
    }

    private void write(Buffer what) {
        if (isOpen()) {
            response.write(what);
        }
    }

    private void finish() {
        if (isOpen()) {
            response.end();
        }
    }

    private boolean isOpen() {
        return !response.ended() && !response.closed();
    }
}
