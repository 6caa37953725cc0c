package dev.orderflow.bench.reads;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.load.Request;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimingTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer service;

    TimingTest() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/good", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        service.createContext("/busy", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() > 2 ? 503 : 200, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void close() {
        service.stop(0);
    }

    @Test
    void findsNothingWrongWithWhatIsAnsweredAsItShouldBe() {
        assertThat(timed(10, "good", "good")).isEmpty();
    }

    @Test
    void tellsOfEachReadThatWasNotAnsweredAsItShouldBe() {
        assertThat(timed(10, "good", "busy"))
                .containsExactly("order, busy was answered 503, 3 times", "order, busy has the times of 2 calls, of 5");
    }

    @Test
    void tellsOfEachReadThatWasNotAskedFor() {
        assertThat(timed(1, "good", "busy")).containsExactly("order, busy has the times of 0 calls, of 0");
    }

    private List<String> timed(double perSecond, String... names) {
        var reads = List.of(names).stream().map(this::read).toList();
        try (var caller = new Caller(4)) {
            return Timing.of(caller, reads, perSecond, Duration.ofSeconds(1)).faults();
        }
    }

    private Read read(String name) {
        var url = "http://127.0.0.1:" + service.getAddress().getPort() + "/" + name;
        return new Read(Service.ORDER, name, 200, List.of(Request.get(url, Map.of())));
    }
}
