package dev.orderflow.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.orderflow.client.model.TimelineEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventSourceTest {

    private final ScriptedService service = new ScriptedService();
    private final OrderflowClient client = service.client().build();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void end() {
        over.countDown();
        client.close();
        service.close();
    }

    @Test
    void whatIsCutInTheMiddleIsResumedBehindTheLastEvent() {
        service.then(exchange -> write(exchange, event(1) + event(2) + "id: 3\ndata: {\"ver"))
                .thenHangUp()
                .thenRefuse(503, "unavailable", 0)
                .then(exchange -> write(exchange, ": alive\n\n" + event(3)))
                .thenAnswer(204, "");

        try (var events = client.orders().events(Samples.ID)) {
            assertThat(events.map(TimelineEntry::version)).containsExactly(1L, 2L, 3L);
        }

        assertThat(service.asked())
                .extracting(asked -> asked.header("Last-Event-ID"))
                .containsExactly(null, "2", "2", "2", "3");
        assertThat(service.asked()).extracting(asked -> asked.header("Accept")).containsOnly("text/event-stream");
    }

    @Test
    void aStreamBeginsBehindAnyVersion() {
        service.thenAnswer(204, "");

        assertThat(client.orders().eventsAfter(Samples.ID, 7)).isEmpty();

        assertThat(service.asked().getFirst().header("Last-Event-ID")).isEqualTo("7");
    }

    @Test
    void aConnectionThatFallsSilentIsMadeAnew() {
        service.then(this::tellNextAndFallSilent);

        try (var impatient = service.client().silence(Duration.ofMillis(300)).build()) {
            assertThat(impatient.orders().events(Samples.ID).map(TimelineEntry::version))
                    .containsExactly(1L, 2L);
        }
    }

    /** Two events in all, one for each connection, which then stays open. */
    private void tellNextAndFallSilent(HttpExchange exchange) throws IOException {
        var last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        if ("2".equals(last)) {
            ScriptedService.send(exchange, 204, "text/event-stream", "");
        } else {
            begin(exchange, event(last == null ? 1 : 2));
            hold();
        }
    }

    @Test
    void whatCanNotBeReadIsToldAndNotTriedForEver() {
        service.then(exchange -> write(exchange, event(1))).thenRefuse(404, "not-found");
        var events = client.orders().events(Samples.ID).iterator();

        assertThat(events.next().event()).isEqualTo("OrderPlaced");
        assertThatThrownBy(events::hasNext).isInstanceOf(ProblemException.class);
    }

    @Test
    void closingEndsAReaderThatWaits() throws Exception {
        service.then(exchange -> {
            begin(exchange, event(1));
            hold();
        });
        var events = client.orders().events(Samples.ID);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var read = threads.submit(events::count);
            await().atMost(Duration.ofSeconds(20)).until(() -> service.asked().size() == 1);

            events.close();

            assertThat(read.get(20, TimeUnit.SECONDS)).isLessThanOrEqualTo(1);
        }
        assertThat(service.asked()).hasSize(1);
    }

    private void hold() {
        try {
            over.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(HttpExchange exchange, String text) throws IOException {
        begin(exchange, text);
        exchange.getResponseBody().close();
    }

    private static void begin(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(("retry: 1\n\n" + text).getBytes(UTF_8));
        exchange.getResponseBody().flush();
    }

    private static String event(int version) {
        return """
                id: %d
                event: OrderPlaced
                data: {"version":%d,"at":"2026-03-01T12:00:00Z","service":"order","event":"OrderPlaced","summary":"","data":{}}

                """.formatted(version, version);
    }
}
