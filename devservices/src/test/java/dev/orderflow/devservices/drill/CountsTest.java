package dev.orderflow.devservices.drill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.sun.net.httpserver.HttpServer;
import dev.orderflow.devservices.drill.check.Observations.Counted;
import dev.orderflow.devservices.system.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountsTest {

    private static final String MINUTES = """
            {"items": [{"minute": "2026-01-01T12:00:00Z", "placed": 2, "confirmed": 1, "delivered": 1, "cancelled": 0,
                        "revenue": [{"amount": "29.90", "currency": "EUR"}]}]}""";

    private static final String REASONS = """
            {"items": [{"reason": "timed-out", "orders": 3}]}""";

    private static final String SOLD = """
            {"items": [{"sku": "mug", "name": "Mug", "quantity": 2, "revenue": [{"amount": "25.00", "currency": "EUR"}]}]}""";

    private static final String ADA = """
            {"customerId": "ada", "placed": 3, "delivered": 1, "cancelled": 1, "returned": 1,
             "spent": [{"amount": "29.90", "currency": "EUR"}], "refunded": [{"amount": "9.90", "currency": "EUR"}],
             "placedByWeekday": {"MONDAY": 1, "FRIDAY": 2},
             "firstOrderAt": "2026-01-01T12:00:00Z", "lastOrderAt": "2026-01-01T12:00:00.007Z"}""";

    private static final String NOBODY = """
            {"customerId": "eve", "placed": 0, "delivered": 0, "cancelled": 0, "returned": 0, "spent": [], "refunded": [],
             "placedByWeekday": {}}""";

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsWhatAnalyticsAnswers() {
        answering("/analytics/minutes", 200, MINUTES);
        answering("/analytics/cancellations", 200, REASONS);
        answering("/analytics/best-sellers", 200, SOLD);
        answering("/analytics/customers/ada", 200, ADA);
        answering("/analytics/customers/eve", 200, NOBODY);

        Counted counted = answered();

        assertThat(counted.figures())
                .containsOnly(
                        entry("minute 2026-01-01T12:00:00Z", "2 1 1 0 29.90"),
                        entry("cancelled as timed-out", "3"),
                        entry("sold of mug", "2 25.00"));
        assertThat(counted.patterns())
                .containsOnly(entry("ada", "3 1 1 1 29.90 9.90 FRIDAY 2 MONDAY 1 1767268800000 1767268800007"));
    }

    /** The day of an order that nothing else is told of is a pattern still. */
    @Test
    void takesForNoPatternOnlyWhatTellsNothing() {
        answering("/analytics", 200, "{}");
        answering("/analytics/customers/ada", 200, NOBODY.replace("{}", "{\"MONDAY\": 1}"));
        answering("/analytics/customers/eve", 200, NOBODY);

        assertThat(answered().patterns()).containsOnly(entry("ada", "0 0 0 0 0.00 0.00 MONDAY 1"));
    }

    @Test
    void tellsThatNothingWasAnsweredWhilePartitionsMove() {
        answering("/analytics", 503, "{\"title\": \"Service Unavailable\"}");

        assertThat(answered().patterns()).isEmpty();
        assertThat(answered().figures())
                .containsOnly(entry("analytics", "analytics can't be read: 503 Service Unavailable "));
    }

    private Counted answered() {
        Api api = new Api("http://localhost:" + server.getAddress().getPort(), "");
        return new Counts(new JournalFigures("of nobody"), new AnsweredFigures(api)).answered(Set.of("ada", "eve"));
    }

    private void answering(String path, int status, String body) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, 0);
                exchange.getResponseBody().write(body.getBytes(UTF_8));
            }
        });
    }
}
