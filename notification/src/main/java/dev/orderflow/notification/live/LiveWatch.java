package dev.orderflow.notification.live;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.loop.PollLoop;
import dev.orderflow.messaging.transaction.Committed;
import dev.orderflow.notification.api.NotificationView;
import dev.orderflow.notification.persistence.NotificationEntity;
import dev.orderflow.notification.persistence.RecentNotifications;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Tells viewers what happens, from whatever replica: one statement for all of them, at once after a commit of this
 * process, every half second for those of others, none while nobody watches. At least once; a change that comes later
 * than the window is not told.
 */
@ApplicationScoped
class LiveWatch {

    private static final int GOING_AWAY = 1001;
    private static final int POLICY = 1008;

    private final Viewers viewers;
    private final RecentNotifications recent;
    private final EventCodec json;
    private final LiveConfig config;
    private final PollLoop loop;
    private volatile boolean stopping;

    @Inject
    LiveWatch(Viewers viewers, RecentNotifications recent, EventCodec json, Vertx vertx, LiveConfig config) {
        this.viewers = viewers;
        this.recent = recent;
        this.json = json;
        this.config = config;
        this.loop = new PollLoop(vertx, "live", this::turn, config.poll(), config.poll(), config.gather());
    }

    void start(@Observes StartupEvent event) {
        loop.nudge();
    }

    void committed(@Observes Committed commit) {
        if (!viewers.isEmpty()) {
            loop.nudge();
        }
    }

    /** Readers go elsewhere while others are still served here. */
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        sendAway();
    }

    void stop(@Observes ShutdownEvent event) {
        sendAway();
        loop.stop().join();
    }

    boolean isStopping() {
        return stopping;
    }

    private void sendAway() {
        stopping = true;
        viewers.all().forEach(viewer -> viewer.close(GOING_AWAY, "this replica stops"));
    }

    private Uni<Boolean> turn() {
        var watching = viewers.all();
        if (watching.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        watching.forEach(this::check);
        return recent.of(Viewers.customers(watching), config.window())
                .invoke(found -> tell(watching, found))
                .replaceWith(false);
    }

    private void check(Viewer viewer) {
        var now = Instant.now();
        if (viewer.isOver(now)) {
            viewer.close(POLICY, "the token has expired");
        } else if (viewer.isBehind(config.backlog())) {
            viewer.close(POLICY, "reads too slowly");
        } else if (viewer.isSilentSince(now.minus(config.silence()))) {
            viewer.close(POLICY, "answers no ping");
        }
    }

    /** Twice the window, because rows are read by the database's clock. */
    private void tell(Collection<Viewer> watching, List<NotificationEntity> found) {
        var old = Instant.now().minus(config.window().multipliedBy(2));
        for (var viewer : watching) {
            found.stream()
                    .filter(each -> each.customerId.equals(viewer.customer()))
                    .forEach(each -> viewer.tell(each, this::written));
            viewer.forget(old);
        }
    }

    private String written(NotificationEntity notification) {
        return json.write(NotificationView.of(notification));
    }
}
