package dev.orderflow.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.client.model.Notification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a WebSocket server of a few lines, since the JDK has none. */
class LiveSourceTest {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OrderflowClient client;

    LiveSourceTest() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        client = OrderflowClient.builder()
                .at(URI.create("http://localhost:" + server.getLocalPort()))
                .token("secret-token")
                .build();
    }

    @AfterEach
    void end() throws IOException {
        client.close();
        server.close();
        threads.close();
    }

    @Test
    void readsMessagesUntilTheConnectionEnds() {
        threads.submit(() -> serve(socket -> {
            write(socket, 0x01, notification("order-placed").substring(0, 9));
            write(socket, 0x80, notification("order-placed").substring(9));
            write(socket, 0x81, notification("order-delivered"));
            write(socket, 0x88, "");
        }));

        try (var live = client.notifications().live()) {
            assertThat(live.map(Notification::template)).containsExactly("order-placed", "order-delivered");
        }
    }

    @Test
    void aRefusalToOpenIsOne() {
        threads.submit(() -> {
            try (var socket = server.accept()) {
                head(socket);
                socket.getOutputStream()
                        .write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                return null;
            }
        });

        assertThatThrownBy(() -> client.notifications().live())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("GET /notifications/live: 401");
    }

    /** What a server does once it is connected. */
    private interface Served {

        void to(Socket socket) throws IOException;
    }

    private Void serve(Served served) throws IOException {
        try (var socket = server.accept()) {
            var head = head(socket);
            assertThat(head).contains("Authorization: Bearer secret-token");
            var key = head.lines()
                    .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
                    .map(line -> line.substring("Sec-WebSocket-Key: ".length()))
                    .findFirst()
                    .orElseThrow();
            var answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n";
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            served.to(socket);
            return null;
        }
    }

    private static String head(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("the end").isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }

    private static String accept(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A frame of up to 65,535 bytes. */
    private static void write(Socket socket, int kind, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            var out = socket.getOutputStream();
            out.write(kind);
            out.write(
                    bytes.length < 126
                            ? new byte[] {(byte) bytes.length}
                            : new byte[] {126, (byte) (bytes.length >> 8), (byte) bytes.length});
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String notification(String template) {
        return """
                {"id":"%s","orderId":"%s","template":"%s","channel":"EMAIL","status":"SENT","createdAt":"2026-03-01T12:00:00Z"}""".formatted(Samples.ID, Samples.ID, template);
    }
}
