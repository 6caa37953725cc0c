package dev.orderflow.notification.live;

import dev.orderflow.platform.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** What the caller is told, as it happens: each message is an entry of {@code GET /notifications}. Nothing is taken. */
@WebSocket(path = LiveNotifications.PATH)
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
public class LiveNotifications {

    static final String PATH = "/notifications/live";

    private static final Logger LOG = Logger.getLogger(LiveNotifications.class);

    private static final CloseReason TAKES_NOTHING = new CloseReason(1003, "nothing is taken here");
    private static final CloseReason TOO_MANY = new CloseReason(1013, "too many connections; try again later");
    private static final CloseReason FAILED = new CloseReason(1011, "failed; connect again");
    private static final CloseReason STOPPING = new CloseReason(1001, "this replica stops");

    private final Viewers viewers;
    private final LiveWatch watch;
    private final SecurityIdentity caller;

    @Inject
    LiveNotifications(Viewers viewers, LiveWatch watch, SecurityIdentity caller) {
        this.viewers = viewers;
        this.watch = watch;
        this.caller = caller;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        var token = (JsonWebToken) caller.getPrincipal();
        var until = Instant.ofEpochSecond(token.getExpirationTime());
        var viewer = new Viewer(connection, token.getSubject(), until, Instant.now());
        if (watch.isStopping()) {
            return connection.close(STOPPING);
        }
        return viewers.add(viewer) ? Uni.createFrom().voidItem() : connection.close(TOO_MANY);
    }

    @OnClose
    void close(WebSocketConnection connection) {
        viewers.remove(connection.id());
    }

    @OnPongMessage
    void pong(WebSocketConnection connection, Buffer ignored) {
        var viewer = viewers.find(connection.id());
        if (viewer != null) {
            viewer.heard(Instant.now());
        }
    }

    /** What a client did wrong, a frame that is too large mostly, is no error of ours. */
    @OnError
    Uni<Void> failed(WebSocketConnection connection, Throwable failure) {
        LOG.debugf("a connection failed: %s", failure.getClass().getSimpleName());
        viewers.remove(connection.id());
        return connection.close(FAILED).onFailure().recoverWithNull();
    }

    @OnTextMessage
    Uni<Void> text(WebSocketConnection connection, String ignored) {
        return connection.close(TAKES_NOTHING);
    }

    @OnBinaryMessage
    Uni<Void> binary(WebSocketConnection connection, Buffer ignored) {
        return connection.close(TAKES_NOTHING);
    }
}
