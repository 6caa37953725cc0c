package dev.orderflow.systemtests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a refused request changes is found, wherever in the run it was refused. */
class FuzzTest {

    private static final int MANY = 500;

    private final AtomicInteger state = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private HttpServer service;
    private ApiCall call;
    /** By its number, from 1 on, and its body. */
    private BiPredicate<Integer, String> changes = (number, body) -> false;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/", this::refuse);
        service.start();
        call = Shelf.at("http://127.0.0.1:" + service.getAddress().getPort()).calls().stream()
                .filter(each -> each.id().equals("addBook"))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void hasNothingAgainstAServiceThatLeavesAllAsItIs() {
        assertThat(changesFound()).isEmpty();
    }

    @Test
    void findsWhatIsChangedInTheLaterPartOfTheRun() {
        changes = (number, body) -> number > MANY * 3 / 5;

        assertThat(changesFound()).singleElement().asString().contains("refused, but rows was");
    }

    @Test
    void tellsWhichRequestChangesSomething() {
        changes = (number, body) -> body.contains("customerId");

        assertThat(changesFound()).first().asString().contains("refused, but rows was", "customerId");
    }

    @Test
    void tellsOfAChangeThatNoneOfThemRepeats() {
        changes = (number, body) -> number == 1;

        assertThat(changesFound()).singleElement().asString().contains("one did once: rows was 0 and is 1");
    }

    @Test
    void tellsWhatWasRefusedOtherwiseThanItShouldBe() {
        var request = new Asking(call).request();
        var fuzz = new Fuzz(List.of(), 7, new Rows());

        fuzz.refuse(List.of(List.of(new Refusal(call, request, 409, "sold"))));
        var findings = fuzz.refuse(List.of(List.of(new Refusal(call, request, 412, "sold"))))
                .all();

        assertThat(findings)
                .filteredOn(finding -> finding.contains("not refused with 412 sold"))
                .hasSize(1);
        assertThat(findings)
                .filteredOn(finding -> finding.contains("not refused with 409"))
                .isEmpty();
        assertThat(fuzz.refused()).isEqualTo(2);
    }

    /** Not what was not answered as described, which is nothing here. */
    private Stream<String> changesFound() {
        var sender = new Sender(List.of(), List.of(), Map.of(), call.requestExample(), body -> true, body -> List.of());
        var fuzz = new Fuzz(List.of(new Fuzz.Target(call, sender)), 7, new Rows());
        return fuzz.run(MANY).all().stream().filter(finding -> finding.contains("rows was"));
    }

    private void refuse(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        if (changes.test(refused.incrementAndGet(), body)) {
            state.incrementAndGet();
        }
        var problem = "{\"type\":\"/problems/sold\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(409, problem.length);
        exchange.getResponseBody().write(problem);
        exchange.close();
    }

    private final class Rows implements Watch {

        @Override
        public Map<String, String> now() {
            return Map.of("rows", state.toString());
        }

        @Override
        public Map<String, String> settled() {
            return now();
        }
    }
}
