package dev.orderflow.order.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.orderflow.order.application.TimelineEntry;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.Problems;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams over real connections, without an application around them. */
class OrderStreamTest {

    private static final String MANY_BYTES = "x".repeat(1_000_000);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final BlockingQueue<OrderStream> opened = new LinkedBlockingQueue<>();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final OpenStreams streams = new OpenStreams(config(), new SimpleMeterRegistry());
    private final EventText text = new EventText(new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS));
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(request -> {
                    var stream = stream(request);
                    request.response().endHandler(ended -> streams.remove(stream));
                    request.response().closeHandler(closed -> streams.remove(stream));
                    streams.add(stream);
                    stream.begin();
                    opened.add(stream);
                })
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void cutsOffAReaderThatTakesNothing() throws Exception {
        try (var reader = open("/lazy")) {
            var stream = opened.poll(10, TimeUnit.SECONDS);
            var version = new AtomicInteger(1);
            await().atMost(Duration.ofSeconds(40)).until(() -> {
                stream.tell(List.of(entry(version.incrementAndGet(), MANY_BYTES)), false);
                stream.beat(cutOff::incrementAndGet);
                settle();
                return cutOff.get() > 0;
            });

            await().until(streams::isEmpty);
            assertThat(cutOff).hasValue(1);
        }
    }

    @Test
    void keepsAReaderThatTakesWhatItIsGiven() throws Exception {
        try (var reader = open("/keen")) {
            var stream = opened.poll(10, TimeUnit.SECONDS);
            stream.tell(List.of(entry(2, MANY_BYTES)), false);
            var taken = reader.getInputStream().readNBytes(MANY_BYTES.length());

            stream.beat(cutOff::incrementAndGet);
            stream.beat(cutOff::incrementAndGet);

            assertThat(taken).hasSize(MANY_BYTES.length());
            await().until(stream::isReady);
            assertThat(cutOff).hasValue(0);
        }
    }

    @Test
    void forgetsAReaderThatGoesAway() throws Exception {
        try (var reader = open("/fickle")) {
            opened.poll(10, TimeUnit.SECONDS);
            assertThat(streams.all()).hasSize(1);
        }

        await().until(streams::isEmpty);
    }

    @Test
    void endsAllStreamsAndOpensNoneOnceItCloses() throws Exception {
        try (var reader = open("/patient")) {
            var stream = opened.poll(10, TimeUnit.SECONDS);
            streams.close();

            assertThat(new String(reader.getInputStream().readNBytes(2000), StandardCharsets.UTF_8))
                    .contains("id: 1\n")
                    .endsWith("0\r\n\r\n");
            await().until(streams::isEmpty);
            assertThatThrownBy(() -> streams.add(stream)).satisfies(refused -> is(refused, 503));
        }
    }

    @Test
    void holdsSoManyOfOneReaderAndSoManyOfAll() throws Exception {
        try (var one = open("/a");
                var two = open("/a");
                var three = open("/b")) {
            await().until(() -> streams.all().size() == 3);
            var stream = streams.all().stream()
                    .filter(each -> each.reader().equals("/a"))
                    .findFirst()
                    .orElseThrow();

            assertThatThrownBy(() -> streams.add(stream)).satisfies(refused -> is(refused, 503));
            three.close();
            await().until(() -> streams.all().size() == 2);
            assertThatThrownBy(() -> streams.add(stream)).satisfies(refused -> is(refused, 429));
        }
    }

    private static void is(Throwable refused, int status) {
        assertThat(refused).isInstanceOf(ProblemException.class);
        var problem = (ProblemException) refused;
        assertThat(problem.problem().status()).isEqualTo(status);
        assertThat(problem.is(Problems.UNAVAILABLE)).isEqualTo(status == 503);
        assertThat(problem.headers()).containsKey("Retry-After");
    }

    /** Whatever was asked of the streams before has been done: they have one event loop. */
    private void settle() throws Exception {
        var done = new CompletableFuture<Void>();
        loop.runOnContext(ignored -> done.complete(null));
        done.get(10, TimeUnit.SECONDS);
    }

    private Socket open(String path) throws IOException {
        var socket = new Socket("localhost", server.actualPort());
        socket.setSoTimeout(10_000);
        var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private OrderStream stream(HttpServerRequest request) {
        var telling = new Telling(request.path(), UUID.randomUUID(), 1, false, List.of(entry(1, "Placed.")));
        return new OrderStream(telling, text, request, loop);
    }

    private static TimelineEntry entry(long version, String summary) {
        return new TimelineEntry(version, Instant.EPOCH, "order", "OrderPlaced", summary, Map.of());
    }

    private static LiveConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(LiveConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValue("orderflow.order.events.streams", "3")
                .withDefaultValue("orderflow.order.events.per-caller", "2")
                .build()
                .getConfigMapping(LiveConfig.class);
    }
}
