package dev.orderflow.client;

import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** What a WebSocket brings. It keeps what its reader has not taken yet; a service cuts off who stays far behind. */
final class Messages implements WebSocket.Listener {

    private final BlockingQueue<Optional<String>> arrived = new LinkedBlockingQueue<>();
    private final StringBuilder begun = new StringBuilder();

    /** Empty when no other follows. */
    Optional<String> next() throws InterruptedException {
        var next = arrived.take();
        if (next.isEmpty()) {
            end();
        }
        return next;
    }

    void end() {
        arrived.add(Optional.empty());
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        begun.append(part);
        if (last) {
            arrived.add(Optional.of(begun.toString()));
            begun.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        end();
    }
}
