package dev.orderflow.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Server-sent events, in order, each once. When the connection breaks, ends or falls silent it comes back and resumes behind
 * the last event, until the service says that nothing follows. Read by one thread, closed by any.
 */
final class EventSource<T> extends AbstractSpliterator<T> {

    private static final int NOTHING_FOLLOWS = 204;

    private final Wire wire;
    private final Background background;
    private final Request request;
    private final Class<T> type;
    private final CountDownLatch closed = new CountDownLatch(1);
    private String lastId;
    private volatile EventConnection connection;

    EventSource(Wire wire, Background background, Request request, long after, Class<T> type) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.wire = wire;
        this.background = background;
        this.request = request;
        this.lastId = after > 0 ? Long.toString(after) : null;
        this.type = type;
    }

    Stream<T> stream() {
        return StreamSupport.stream(this, false).onClose(this::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        try {
            var event = next();
            event.ifPresent(found -> action.accept(read(found)));
            return event.isPresent();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new NoAnswerException(request, e);
        }
    }

    private Optional<ServerSentEvents.Event> next() throws InterruptedException {
        while (isOpen() && (connection != null || connect())) {
            var present = connection;
            var event = present.next();
            if (event.isPresent()) {
                lastId = event.get().id();
                return event;
            }
            present.close();
            connection = null;
            pause(present.pause());
        }
        return Optional.empty();
    }

    /** False if nothing follows. */
    private boolean connect() {
        var settings = wire.settings();
        var response = wire.send(request.header("Last-Event-ID", lastId), settings.retry(), Bodies.LIVE);
        if (response.statusCode() == NOTHING_FOLLOWS) {
            return false;
        }
        connection = new EventConnection(response.body(), background.threads(), settings.silence());
        if (!isOpen()) {
            connection.close();
        }
        return true;
    }

    private void pause(Duration pause) throws InterruptedException {
        closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private T read(ServerSentEvents.Event event) {
        try {
            return Json.read(event.data(), type);
        } catch (IOException e) {
            throw new UnreadableAnswerException(request, e);
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void close() {
        closed.countDown();
        var present = connection;
        if (present != null) {
            present.close();
        }
    }
}
