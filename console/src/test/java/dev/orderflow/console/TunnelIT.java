package dev.orderflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one side does not take is not read from the other, and comes when it is. */
@QuarkusTest
@TestProfile(TunnelIT.WithPatience.class)
@Timeout(60)
class TunnelIT {

    private static final String LIVE = "/api/notification/notifications/live?";

    /** So that standing still for a while is not its end. */
    public static final class WithPatience implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SmallService.class, Map.of("patience", "45s")));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @TestHTTPResource
    URI console;

    @Test
    void keepsNothingForAReaderThatTakesNothing() throws Exception {
        try (var browser = RawWebSocket.open(console, LIVE + SmallService.FLOOD)) {
            assertThat(standstill(Flood.PASSED))
                    .as("pieces that the service got rid of")
                    .isLessThan(Flood.PIECES);

            for (long number = 0; number < Flood.PIECES; number++) {
                assertThat(browser.read()).isEqualTo(Flood.piece(number));
            }
        }
    }

    @Test
    void keepsNothingForAServiceThatTakesNothing() throws Exception {
        var written = new AtomicLong();
        try (var browser = RawWebSocket.open(console, LIVE + SmallService.DAM);
                var other = Executors.newSingleThreadExecutor()) {
            var writing = CompletableFuture.runAsync(() -> writeAll(browser, written), other);
            assertThat(standstill(written))
                    .as("pieces that the browser got rid of")
                    .isLessThan(Flood.PIECES);

            Flood.release();

            writing.join();
            await().until(() -> Flood.PASSED.get() == Flood.PIECES);
        }
    }

    private static void writeAll(RawWebSocket browser, AtomicLong written) {
        try {
            while (written.get() < Flood.PIECES) {
                browser.write(Flood.piece(written.getAndIncrement()));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it has come to, once it comes no further. */
    private static long standstill(AtomicLong passed) {
        var before = new AtomicLong();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> passed.get() > 0 && before.getAndSet(passed.get()) == passed.get());
        return before.get();
    }
}
