package dev.orderflow.console;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;

/** Calls as a browser makes them, against a real server behind the console. */
abstract class ForwardingFixture {

    static final int SECONDS = 20;

    final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource
    URI console;

    @BeforeEach
    void forget() {
        SmallService.SEEN.clear();
        SmallService.firstPieceArrived = new CountDownLatch(1);
        SmallService.streamEnded = new CountDownLatch(1);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(console.resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** As no well-behaved client writes it; up to the end of what comes within a moment. */
    String raw(String request) throws IOException {
        try (var socket = new Socket(console.getHost(), console.getPort())) {
            socket.setSoTimeout(SECONDS * 1000);
            socket.getOutputStream().write(request.getBytes());
            var answer = new StringBuilder();
            var bytes = new byte[8192];
            int read = socket.getInputStream().read(bytes);
            while (read > 0
                    && !answer.append(new String(bytes, 0, read)).toString().contains("}")) {
                read = socket.getInputStream().read(bytes);
            }
            return answer.toString();
        }
    }
}
