package dev.orderflow.analytics.fleet;

import dev.orderflow.analytics.streams.AnalyticsConfig;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.state.HostInfo;

/** Clients of the other replicas, by where they are; those that have gone are dropped. */
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

    void keep(Collection<HostInfo> hosts) {
        clients.keySet().retainAll(hosts);
    }

    private Replica client(HostInfo host) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create("http://" + host.host() + ":" + host.port()))
                .connectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .build(Replica.class);
    }
}
