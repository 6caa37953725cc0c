package dev.orderflow.bench.saga;

import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Redis, which refuses what is sold out before it costs anything, and may forget everything at any time. */
final class StockDoor {

    private static final String DONE = "+OK\r\n";

    private final URI redis;
    private volatile boolean forgotten;

    StockDoor(String url) {
        this.redis = URI.create(url);
    }

    /** Redis takes commands as plain lines too. */
    void forgetEverything() {
        try (var socket = new Socket(redis.getHost(), redis.getPort())) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(DONE.length()), StandardCharsets.US_ASCII);
            forgotten = answer.equals(DONE);
        } catch (IOException e) {
            throw new PartFailed("Redis at " + redis + ": " + e.getMessage(), e);
        }
    }

    boolean hasForgotten() {
        return forgotten;
    }
}
