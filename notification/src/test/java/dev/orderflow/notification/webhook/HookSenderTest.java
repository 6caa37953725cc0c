package dev.orderflow.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.notification.domain.HookAddress;
import dev.orderflow.notification.testing.Receiver;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real sockets, and a name server's answers by hand: names that resolve into our network can't be had otherwise. */
class HookSenderTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NAME = "hooks.example.test";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.7", "::1", "::ffff:127.0.0.1", "169.254.169.254"})
    void connectsToNobodyWhenAPublicNameResolvesToAPrivateAddress(String address) {
        try (var receiver = new Receiver()) {
            var to = new HookAddress(URI.create("http://%s:%d/hook".formatted(NAME, receiver.port())), false);

            assertThatThrownBy(() -> post(to, host -> List.of(InetAddress.getByName(address))))
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(Destinations.Refused.class);
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsEnoughToRefuse() {
        var to = new HookAddress(URI.create("https://" + NAME + "/"), false);

        assertThatThrownBy(() ->
                        post(to, host -> List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("127.0.0.1"))))
                .hasCauseInstanceOf(Destinations.Refused.class);
    }

    @Test
    void connectsToTheAddressThatWasLookedUpAndNamesTheHost() {
        try (var receiver = new Receiver()) {
            var to = new HookAddress(URI.create("http://%s:%d/hook?shop=7".formatted(NAME, receiver.port())), true);

            assertThat(post(to, host -> List.of(InetAddress.getLoopbackAddress())))
                    .isEqualTo(204);
            var got = receiver.received().getFirst();
            assertThat(got.header("host")).isEqualTo(NAME + ":" + receiver.port());
            assertThat(got.path()).isEqualTo("/hook?shop=7");
            assertThat(got.body()).isEqualTo("{}");
            assertThat(got.headers()).doesNotContainKeys("traceparent", "authorization", "cookie");
        }
    }

    @Test
    void asksForTheCertificateOfTheName() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var hello = new CompletableFuture<byte[]>();
            Thread.startVirtualThread(() -> readHello(server, hello));
            var to = new HookAddress(URI.create("https://%s:%d/".formatted(NAME, server.getLocalPort())), true);

            assertThatThrownBy(() -> post(to, host -> List.of(InetAddress.getLoopbackAddress())))
                    .isInstanceOf(CompletionException.class);
            assertThat(new String(hello.join(), StandardCharsets.ISO_8859_1)).contains(NAME);
        }
    }

    @Test
    void givesUpOnWhoNeverAnswers() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var to = new HookAddress(URI.create("http://%s:%d/".formatted(NAME, silent.getLocalPort())), true);

            assertThatThrownBy(() -> post(to, host -> List.of(InetAddress.getLoopbackAddress()), Duration.ofSeconds(1)))
                    .hasCauseInstanceOf(TimeoutException.class)
                    .hasMessageContaining("1000");
        }
    }

    private static void readHello(ServerSocket server, CompletableFuture<byte[]> hello) {
        try (var client = server.accept()) {
            var buffer = new byte[4096];
            hello.complete(Arrays.copyOf(buffer, client.getInputStream().read(buffer)));
        } catch (IOException e) {
            hello.completeExceptionally(e);
        }
    }

    private int post(HookAddress to, Lookup lookup) {
        return post(to, lookup, SOON);
    }

    private int post(HookAddress to, Lookup lookup, Duration timeout) {
        var sender = new HookSender(vertx, new Destinations(vertx, lookup, SOON), config(timeout));
        return sender.post(to, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer("{}"))
                .subscribeAsCompletionStage()
                .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static WebhookConfig config(Duration timeout) {
        return new SmallRyeConfigBuilder()
                .withMapping(WebhookConfig.class)
                .withDefaultValues(Map.of("orderflow.notification.webhook.timeout", timeout.toSeconds() + "s"))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(WebhookConfig.class);
    }
}
