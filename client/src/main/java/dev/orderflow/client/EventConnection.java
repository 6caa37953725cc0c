package dev.orderflow.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One connection of a stream of events. Read by one thread, closed by any. */
final class EventConnection implements AutoCloseable {

    private final InputStream body;
    private final BufferedReader lines;
    private final ServerSentEvents events = new ServerSentEvents();
    private final ExecutorService threads;
    private final Duration silence;

    EventConnection(InputStream body, ExecutorService threads, Duration silence) {
        this.body = body;
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        this.threads = threads;
        this.silence = silence;
    }

    /** Empty when the connection has ended, broken or fallen silent. */
    Optional<ServerSentEvents.Event> next() throws InterruptedException {
        try {
            for (var line = line(); line != null; line = line()) {
                var event = events.take(line);
                if (event.isPresent()) {
                    return event;
                }
            }
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    /** Reading has no timeout of its own: a peer that vanished would never be noticed. */
    private String line() throws InterruptedException, ExecutionException, TimeoutException {
        return threads.submit(lines::readLine).get(silence.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** How long to wait before the next connection. */
    Duration pause() {
        return events.pause();
    }

    /** Not the reader: it would wait for the line that it is reading. */
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
