package dev.orderflow.devservices.drill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.orderflow.devservices.drill.check.Observations.Mail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailsTest {

    private static final String ORDER = "0f8c2f3e-0c43-4b43-9f7e-0d6a1c1f6f43";

    @Test
    void leavesOutWhatIsForOperatorsAndForNobodyElse() throws IOException {
        var seen = read("""
                [{"messageId": "<1@o>", "to": ["c@shop.example"], "text": "Your order %1$s is", "subject": "a", "at": "2026-01-02T03:04:05Z"},
                 {"messageId": "<2@o>", "to": ["operators@shop.example"], "text": "order %1$s", "subject": "b", "at": "2026-01-02T03:04:05Z"},
                 {"messageId": "<3@o>", "to": ["c-operators@shop.example"], "text": "order %1$s", "subject": "c", "at": "2026-01-02T03:04:05Z"},
                 {"messageId": "<4@o>", "to": ["operators@shop.example", "c@shop.example"], "text": "order %1$s", "subject": "d", "at": "2026-01-02T03:04:05Z"}]
                """.formatted(ORDER));

        assertThat(seen).extracting(Mail::subject).containsExactly("a", "c", "d");
        assertThat(seen).extracting(Mail::order).containsOnly(ORDER);
    }

    private static List<Mail> read(String answer) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/mails", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(answer.getBytes(UTF_8));
            }
        });
        server.start();
        try {
            return new Mails("http://localhost:" + server.getAddress().getPort()).read();
        } finally {
            server.stop(0);
        }
    }
}
