package dev.orderflow.systemtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The Dev UI of a service in dev mode, asked as its pages ask it. */
final class DevUi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUEST =
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"devui-dev-services_getDevServices\", \"params\": {}}";

    private DevUi() {}

    /** What its page of Dev Services lists. */
    static JsonNode devServices(String service) {
        var answer = new Answer();
        try (var client = HttpClient.newHttpClient()) {
            var socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(service.replaceFirst("http", "ws") + "/q/dev-ui/json-rpc-ws"), answer)
                    .join();
            socket.sendText(REQUEST, true);
            var list = answer.result.orTimeout(30, TimeUnit.SECONDS).join();
            socket.abort();
            return list;
        }
    }

    /** The Dev UI also tells what nobody has asked for; that has no id. */
    private static final class Answer implements WebSocket.Listener {

        private final CompletableFuture<JsonNode> result = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void take(String message) {
            try {
                var json = JSON.readTree(message);
                if (json.path("id").asInt() == 1) {
                    result.complete(json.at("/result/object"));
                }
            } catch (JsonProcessingException e) {
                result.completeExceptionally(e);
            }
        }
    }
}
