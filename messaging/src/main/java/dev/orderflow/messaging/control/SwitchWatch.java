package dev.orderflow.messaging.control;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.loop.PollLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks at the switches again and again, so that a change on one replica holds on all. */
@ApplicationScoped
class SwitchWatch {

    private static final Logger LOG = Logger.getLogger(SwitchWatch.class);

    /** Before SmallRye wires its channels, which it does at LIBRARY_BEFORE (1000). */
    private static final int BEFORE_CHANNELS = 100;

    private static final int PATIENCE_SECONDS = 5;

    private final Switches switches;
    private final SwitchBoard board;
    private final Pool pool;
    private final PollLoop loop;

    @Inject
    SwitchWatch(Switches switches, SwitchBoard board, Pool pool, Vertx vertx, MessagingConfig config) {
        var every = config.switches().every();
        this.switches = switches;
        this.board = board;
        this.pool = pool;
        this.loop = new PollLoop(vertx, "switches", this::look, every, every);
    }

    /** Goes on without the database after a while, for probes to be answered: what it does not know stays off. */
    void start(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event) {
        loop.nudge();
        board.firstLook()
                .copy()
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        if (!board.isKnown()) {
            LOG.warn("the switches can't be read yet; nothing is taken in or handled before they are");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    Uni<Boolean> look() {
        return pool.withConnection(switches::all).invoke(board::learn).replaceWith(false);
    }
}
