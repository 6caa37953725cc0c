package dev.orderflow.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Says how a client behaves. All but where the services are has a default. */
public final class ClientBuilder {

    private final Map<Service, URI> bases = new EnumMap<>(Service.class);
    private Supplier<String> token = () -> null;
    private Supplier<Map<String, String>> headers = Map::of;
    private RetryPolicy retry = RetryPolicy.standard();
    private Duration timeout = Duration.ofSeconds(10);
    private Duration silence = Duration.ofSeconds(45);
    private HttpClient http;

    ClientBuilder() {}

    /** All services behind one address. */
    public ClientBuilder at(URI base) {
        for (var service : Service.values()) {
            bases.put(service, base);
        }
        return this;
    }

    public ClientBuilder at(Service service, URI base) {
        bases.put(service, base);
        return this;
    }

    /** The services that {@code ./run} has started on this machine. */
    public ClientBuilder onThisMachine() {
        for (var service : Service.values()) {
            bases.put(service, URI.create("http://localhost:" + service.developmentPort()));
        }
        return this;
    }

    public ClientBuilder token(String bearer) {
        return token(() -> bearer);
    }

    /**
     * @param source asked for each try, so that it may renew the token; once more if the service refuses the token, and if
     *     the source has another one by then that one is tried
     */
    public ClientBuilder token(Supplier<String> source) {
        this.token = source;
        return this;
    }

    /** @param source of header fields for each try, {@code traceparent} for instance */
    public ClientBuilder headers(Supplier<Map<String, String>> source) {
        this.headers = source;
        return this;
    }

    public ClientBuilder retry(RetryPolicy policy) {
        this.retry = policy;
        return this;
    }

    /** Of one try; 10 s by default. */
    public ClientBuilder timeout(Duration time) {
        this.timeout = time;
        return this;
    }

    /** A stream without a sign of life for so long is made anew; 45 s by default, three of the services' heartbeats. */
    public ClientBuilder silence(Duration time) {
        this.silence = time;
        return this;
    }

    /** With a proxy or a trust store of its own for instance. It is not closed with the client. */
    public ClientBuilder http(HttpClient client) {
        this.http = client;
        return this;
    }

    public OrderflowClient build() {
        var settings = new Settings(Map.copyOf(bases), token, headers, retry, timeout, silence);
        if (http != null) {
            return new OrderflowClient(settings, http, null);
        }
        var own = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new OrderflowClient(settings, own, own);
    }
}
