package dev.orderflow.notification.live;

import dev.orderflow.notification.persistence.NotificationEntity;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** One connection of a customer. Only the watch tells it anything, one look after the other. */
final class Viewer {

    private static final Logger LOG = Logger.getLogger(Viewer.class);

    /** Of a little before it came: the clocks of replicas, and commits that became visible late. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final WebSocketConnection connection;
    private final String customer;
    private final Instant until;
    private final Seen seen;
    private final AtomicInteger unwritten = new AtomicInteger();
    private volatile Instant heardAt;

    /** @param until when the token that it was opened with expires */
    Viewer(WebSocketConnection connection, String customer, Instant until, Instant now) {
        this.connection = connection;
        this.customer = customer;
        this.until = until;
        this.seen = new Seen(now.minus(OVERLAP));
        this.heardAt = now;
    }

    String id() {
        return connection.id();
    }

    String customer() {
        return customer;
    }

    void heard(Instant now) {
        heardAt = now;
    }

    boolean isSilentSince(Instant time) {
        return heardAt.isBefore(time);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    boolean isBehind(int backlog) {
        return unwritten.get() > backlog;
    }

    void tell(NotificationEntity notification, Function<NotificationEntity, String> json) {
        if (seen.isNews(notification.id, notification.status, notification.createdAt)) {
            send(json.apply(notification));
        }
    }

    void forget(Instant before) {
        seen.forget(before);
    }

    /** Not waited for: a reader that is slow must not hold up the others. */
    private void send(String message) {
        unwritten.incrementAndGet();
        connection
                .sendText(message)
                .subscribe()
                .with(written -> unwritten.decrementAndGet(), failure -> LOG.debugf("gone: %s", failure.getClass()));
    }

    /** Not waited for, as sending. */
    void close(int code, String why) {
        connection
                .close(new CloseReason(code, why))
                .subscribe()
                .with(closed -> {}, failure -> LOG.debugf("gone: %s", failure.getClass()));
    }
}
