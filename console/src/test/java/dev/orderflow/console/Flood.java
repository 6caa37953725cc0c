package dev.orderflow.console;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.atomic.AtomicLong;

/** Far more than the sockets on its way hold, in numbered pieces, and how much of it has gone. */
final class Flood {

    static final int PIECE_BYTES = 32 * 1024;
    static final int PIECES = 2048;

    /** Pieces that the service has got rid of, or has taken. */
    static final AtomicLong PASSED = new AtomicLong();

    private static volatile ServerWebSocket held;

    private Flood() {}

    /** Of the given number. */
    static Buffer piece(long number) {
        return Buffer.buffer(new byte[PIECE_BYTES]).setLong(0, number);
    }

    /** As fast as it is taken, and no faster. */
    static void send(ServerWebSocket socket) {
        PASSED.set(0);
        socket.drainHandler(_ -> sendMore(socket));
        sendMore(socket);
    }

    private static void sendMore(ServerWebSocket socket) {
        while (PASSED.get() < PIECES && !socket.writeQueueFull()) {
            socket.writeFinalBinaryFrame(piece(PASSED.getAndIncrement()));
        }
    }

    /** Takes nothing until {@link #release}; counts pieces that come in their order. */
    static void hold(ServerWebSocket socket) {
        PASSED.set(0);
        socket.binaryMessageHandler(message -> PASSED.compareAndSet(message.getLong(0), message.getLong(0) + 1));
        socket.pause();
        held = socket;
    }

    static void release() {
        held.resume();
    }
}
