package dev.orderflow.bench.reads;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.load.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlacingTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer shop;

    PlacingTest() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() > 4 ? 422 : 201, -1);
            exchange.close();
        });
        shop.start();
    }

    @AfterEach
    void close() {
        shop.stop(0);
    }

    @Test
    void timesWhatIsAcceptedAndCountsWhatIsNot() {
        var url = "http://127.0.0.1:" + shop.getAddress().getPort() + "/orders";
        try (var caller = new Caller(4)) {
            var figures = Placing.begin(caller, n -> Request.get(url, Map.of()), Duration.ofSeconds(1))
                    .ended()
                    .json();

            assertThat(figures.path("orders").asInt()).isEqualTo(4);
            assertThat(figures.path("notAccepted").asInt()).isEqualTo((int) Placing.PER_SECOND - 4);
            assertThat(figures.path("p50Millis").asDouble()).isPositive();
            assertThat(figures.path("maxMillis").asDouble())
                    .isGreaterThanOrEqualTo(figures.path("p99Millis").asDouble());
        }
    }
}
