package dev.orderflow.notification.testing;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A customer who listens to what happens. */
public final class Listener implements WebSocket.Listener, AutoCloseable {

    private static final int ENDED_WITHOUT_A_WORD = 1006;

    private final List<Map<String, Object>> messages = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final HttpClient client =
            HttpClient.newBuilder().executor(Thread::startVirtualThread).build();
    private volatile int closedBy = -1;
    private WebSocket socket;

    /** Fails with the handshake's failure in a CompletionException. */
    public static Listener at(URI url, Map<String, String> headers) {
        var listener = new Listener();
        var builder = listener.client.newWebSocketBuilder();
        headers.forEach(builder::header);
        listener.socket = builder.buildAsync(url, listener).join();
        return listener;
    }

    public List<Map<String, Object>> messages() {
        return messages;
    }

    /** The code of the other side's close, 1006 if it has ended without a word; -1 while it is open. */
    public int closedBy() {
        return closedBy;
    }

    public void say(String text) {
        socket.sendText(text, true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            messages.add(JsonPath.from(part.toString()).getMap(""));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closedBy = code;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closedBy = ENDED_WITHOUT_A_WORD;
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
