package dev.orderflow.devservices.drill.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.orderflow.devservices.drill.fault.PartyProxy.Weather;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartyProxyTest {

    private final AtomicInteger served = new AtomicInteger();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer provider;
    private PartyProxy proxy;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        provider.createContext("/", exchange -> {
            byte[] body = ("answer " + served.incrementAndGet()).getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
        proxy = PartyProxy.before("http://127.0.0.1:" + provider.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        proxy.close();
        provider.stop(0);
        client.close();
    }

    /** A POST: the client repeats a GET by itself where a connection breaks. */
    private String ask() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(proxy.url()))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString("question"))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void isNotThereInFairWeather() throws Exception {
        assertThat(ask()).isEqualTo("answer 1");
        assertThat(ask()).isEqualTo("answer 2");
    }

    @Test
    void letsNobodyThroughWhenCutAndAnybodyAfterwards() throws Exception {
        ask();
        proxy.weather(new Weather.Cut());

        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
        assertThat(served).hasValue(1);

        proxy.weather(new Weather.Fair());
        assertThat(ask()).isEqualTo("answer 2");
    }

    @Test
    void holdsAnswersBackWhenSlow() throws Exception {
        proxy.weather(new Weather.Slow(Duration.ofMillis(300)));
        long begin = System.nanoTime();

        assertThat(ask()).isEqualTo("answer 1");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void losesEveryOtherAnswerAfterTheProviderHasGivenIt() throws Exception {
        proxy.weather(new Weather.Lossy());

        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
        assertThat(served).hasValue(1);
        assertThat(ask()).isEqualTo("answer 2");
        assertThat(proxy.lostAnswers()).isEqualTo(1);
    }
}
