package dev.orderflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More calls than connections: who waits in vain is told so in time, and nobody keeps one for nothing. */
@QuarkusTest
@QuarkusTestResource(SmallService.class)
@TestProfile(CrowdedIT.OneConnection.class)
class CrowdedIT {

    private static final String LIVE = "/api/notification/notifications/live";

    /** So that the second call waits for the first one's, which takes longer than connecting may. */
    public static final class OneConnection implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("orderflow.console.connections", "1", "orderflow.console.connect-timeout", "500ms");
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource
    URI console;

    @ParameterizedTest
    @ValueSource(strings = {"/api/shipping/admin/dead-letters", "/api/shipping/q/metrics"})
    void tellsACallThatWasNotSentFromOneThatWasNotAnswered(String path) {
        var calls = Stream.generate(() -> http.sendAsync(
                        HttpRequest.newBuilder(console.resolve(path)).build(), BodyHandlers.ofString()))
                .limit(2)
                .toList();

        var answers = calls.stream().map(call -> call.join()).toList();

        assertThat(answers).extracting(answer -> answer.statusCode()).containsExactlyInAnyOrder(503, 504);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(
                                answer.headers().firstValue("retry-after").isPresent())
                        .isEqualTo(answer.statusCode() == 503));
    }

    @Test
    void takesTheConnectionOfARefusedHandshakeBack() throws Exception {
        for (int handshake = 0; handshake < 2; handshake++) {
            assertThatThrownBy(() -> http.newWebSocketBuilder()
                            .header("Origin", "https://elsewhere.example")
                            .buildAsync(
                                    URI.create("ws://" + console.getAuthority() + LIVE), new WebSocket.Listener() {})
                            .join())
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refused -> assertThat(refused.getResponse().statusCode())
                                    .isEqualTo(403));
        }
    }
}
