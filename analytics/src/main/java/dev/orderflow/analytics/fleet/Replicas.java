package dev.orderflow.analytics.fleet;

import dev.orderflow.analytics.streams.AnalyticsConfig;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.state.HostInfo;

/** Clients of the other replicas, by where they are; those that have gone are closed. */
@Singleton
class Replicas {

    private final Map<HostInfo, Replica> clients = new ConcurrentHashMap<>();
    private final Duration patience;

    @Inject
    Replicas(AnalyticsConfig config) {
        this.patience = config.patience();
    }

    Replica at(HostInfo host) {
        return clients.computeIfAbsent(host, this::client);
    }

    /** Nobody is no fleet, only one that has not agreed yet: all are kept then. */
    void keep(Collection<HostInfo> hosts) {
        if (!hosts.isEmpty()) {
            clients.keySet().stream().filter(host -> !hosts.contains(host)).forEach(this::drop);
        }
    }

    private void drop(HostInfo gone) {
        var client = clients.remove(gone);
        if (client != null) {
            close(client);
        }
    }

    /** Each has connections of its own. */
    private static void close(Replica client) {
        try {
            ((Closeable) client).close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }

    private Replica client(HostInfo host) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create("http://" + host.host() + ":" + host.port()))
                .connectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .build(Replica.class);
    }
}
