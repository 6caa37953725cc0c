package dev.orderflow.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.notification.domain.HookAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A name server whose answers come by hand: a slow one can't be had otherwise. */
class DestinationsTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final HookAddress SLOW = address("slow.example.com");
    private static final HookAddress OTHER = address("other.example.com");

    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final AtomicInteger lookups = new AtomicInteger();

    @AfterEach
    void end() {
        slow.countDown();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aSlowNameServerHoldsUpNobodyElsesCalls() {
        var destinations = new Destinations(vertx, this::answer, LONG);

        var waiting =
                IntStream.range(0, 100).mapToObj(call -> destinations.of(SLOW)).toList();

        assertThat(result(destinations.of(OTHER)).hostAddress()).isEqualTo("1.1.1.1");
        assertThat(waiting).noneMatch(Future::isComplete);
        slow.countDown();
        assertThat(waiting).allSatisfy(call -> assertThat(result(call).port()).isEqualTo(443));
        assertThat(lookups).hasValue(2);
    }

    @Test
    void aNameThatIsNotResolvedInTimeIsUnknown() {
        var destinations = new Destinations(vertx, this::answer, Duration.ofMillis(20));

        assertThatThrownBy(() -> result(destinations.of(SLOW))).hasCauseInstanceOf(UnknownHostException.class);
    }

    @Test
    void aNameIsLookedUpAnewOnceItsLookupIsOver() {
        var destinations = new Destinations(vertx, this::answer, LONG);

        result(destinations.of(OTHER));
        result(destinations.of(OTHER));

        assertThat(lookups).hasValue(2);
    }

    private List<InetAddress> answer(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        if (host.equals(SLOW.host())) {
            try {
                slow.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return List.of(InetAddress.getByName("1.1.1.1"));
    }

    private static SocketAddress result(Future<SocketAddress> answer) {
        return answer.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static HookAddress address(String host) {
        return new HookAddress(URI.create("https://" + host + "/"), false);
    }
}
