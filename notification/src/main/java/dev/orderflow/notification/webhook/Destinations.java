package dev.orderflow.notification.webhook;

import dev.orderflow.notification.domain.HookAddress;
import dev.orderflow.notification.domain.PublicAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Resolves a name once for each call, and answers the address that is then connected to: a name that is looked up
 * again for the connection could resolve to another address than the one that was checked.
 */
@Singleton
class Destinations {

    private static final int LOOKUPS_AT_ONCE = 8;

    private final Lookup lookup;
    /** Of its own: a slow name server must hold up nobody else's work. */
    private final WorkerExecutor threads;

    @Inject
    Destinations(Vertx vertx) {
        this(vertx, host -> List.of(InetAddress.getAllByName(host)));
    }

    Destinations(Vertx vertx, Lookup lookup) {
        this.lookup = lookup;
        this.threads = vertx.createSharedWorkerExecutor("webhook-lookup", LOOKUPS_AT_ONCE, 1, TimeUnit.MINUTES);
    }

    /** Fails with {@link Refused} if one of the host's addresses is not public, unless the host is trusted. */
    Future<SocketAddress> of(HookAddress address) {
        return threads.executeBlocking(() -> checked(address), false);
    }

    private SocketAddress checked(HookAddress address) throws UnknownHostException {
        var found = lookup.of(address.host());
        if (!address.trusted() && !found.stream().allMatch(PublicAddress::is)) {
            throw new Refused();
        }
        return SocketAddress.inetSocketAddress(address.port(), found.getFirst().getHostAddress());
    }

    @PreDestroy
    void close() {
        threads.close();
    }

    /** Says nothing of the address: who set it up must not learn about our network. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused() {
            super("not a public address", null, false, false);
        }
    }
}
