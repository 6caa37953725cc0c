package dev.orderflow.platform.database;

import dev.orderflow.messaging.loop.PollLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the database's schema to this release before anything else uses it. Without a database the application starts
 * all the same, so that probes are answered, and the schema is seen to once there is one; until then nobody gets a
 * connection ({@link BoundedPool}), which all work takes for a database that is away. Flyway's own migration at the
 * start would block, unheard, and give up in the end. A migration that fails for any other reason fails the start.
 */
@Singleton
class Schema {

    private static final Logger LOG = Logger.getLogger(Schema.class);

    /** Before whatever looks into the database at the start. */
    private static final int FIRST = 50;

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Flyway flyway;
    private final Vertx vertx;
    private final PollLoop loop;
    private volatile Optional<String> missing = Optional.of("not looked at yet");

    @Inject
    Schema(Flyway flyway, Vertx vertx) {
        this.flyway = flyway;
        this.vertx = vertx;
        this.loop = new PollLoop(vertx.getDelegate(), "schema", this::turn, PAUSE, LONGEST_PAUSE);
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        try {
            migrate();
        } catch (RuntimeException failure) {
            if (!DatabaseAway.is(failure)) {
                throw failure;
            }
            LOG.warnf("the database is away: %s; going on without it, and trying", DatabaseAway.reason(failure));
            loop.nudge();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Uni<Boolean> turn() {
        return vertx.executeBlocking(() -> {
                    migrate();
                    return false;
                })
                .invoke(loop::stop);
    }

    private void migrate() {
        try {
            flyway.migrate();
            missing = Optional.empty();
        } catch (RuntimeException failure) {
            missing = Optional.of(DatabaseAway.reason(failure));
            throw failure;
        }
    }

    /** Why the database can't be used yet; empty if it can. */
    Optional<String> missing() {
        return missing;
    }
}
