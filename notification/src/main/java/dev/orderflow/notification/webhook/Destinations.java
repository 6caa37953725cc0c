package dev.orderflow.notification.webhook;

import dev.orderflow.notification.domain.HookAddress;
import dev.orderflow.notification.domain.PublicAddress;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Resolves a name when it is called, and answers the address that is then connected to: a name that is looked up
 * again for the connection could resolve to another address than the one that was checked.
 */
@Singleton
class Destinations {

    private static final int LOOKUPS_AT_ONCE = 32;

    private final Vertx vertx;
    private final Lookup lookup;
    private final long patience;
    /** Of its own: a slow name server must hold up nobody else's work. */
    private final WorkerExecutor threads;
    /** One of a host at a time, however many calls wait for it: a slow one holds a single thread, even when all have left. */
    private final Map<String, Future<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

    @Inject
    Destinations(Vertx vertx, WebhookConfig config) {
        this(vertx, host -> List.of(InetAddress.getAllByName(host)), config.lookupTimeout());
    }

    Destinations(Vertx vertx, Lookup lookup, Duration patience) {
        this.vertx = vertx;
        this.lookup = lookup;
        this.patience = patience.toMillis();
        this.threads = vertx.createSharedWorkerExecutor("webhook-lookup", LOOKUPS_AT_ONCE, 1, TimeUnit.MINUTES);
    }

    /**
     * Fails with {@link Refused} if one of the host's addresses is not public, unless the host is trusted; as an unknown
     * host if it is not resolved in time.
     */
    Future<SocketAddress> of(HookAddress address) {
        return inTime(lookedUp(address.host())).map(found -> checked(address, found));
    }

    /** Goes on where it was asked: what it waits for may have been begun by another call. */
    private Future<List<InetAddress>> inTime(Future<List<InetAddress>> shared) {
        var caller = vertx.getOrCreateContext();
        var mine = Promise.<List<InetAddress>>promise();
        long timer = vertx.setTimer(
                patience,
                late -> caller.runOnContext(on -> mine.tryFail(new UnknownHostException("not resolved in time"))));
        shared.onComplete(done -> {
            vertx.cancelTimer(timer);
            caller.runOnContext(on -> settle(mine, done));
        });
        return mine.future();
    }

    private static void settle(Promise<List<InetAddress>> promise, AsyncResult<List<InetAddress>> done) {
        if (done.succeeded()) {
            promise.tryComplete(done.result());
        } else {
            promise.tryFail(done.cause());
        }
    }

    private Future<List<InetAddress>> lookedUp(String host) {
        var mine = Promise.<List<InetAddress>>promise();
        var others = underWay.putIfAbsent(host, mine.future());
        if (others != null) {
            return others;
        }
        threads.executeBlocking(() -> lookup.of(host), false).onComplete(done -> {
            underWay.remove(host);
            settle(mine, done);
        });
        return mine.future();
    }

    private static SocketAddress checked(HookAddress address, List<InetAddress> found) {
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
