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
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the database's schema to this release before anything else uses it. Without a database the application starts
 * all the same, so that probes are answered, and the schema is seen to once there is one; until then nobody gets a
 * connection ({@link BoundedPool}), which all work takes for a database that is away. Flyway's own migration at the
 * start would block, unheard, and give up in the end. A migration that fails for any other reason fails the start.
 *
 * <p>Where a step of its own migrates ({@link DatabaseConfig#migrate}), this only waits until nothing is left to do. What
 * the database has beyond this release is not looked at: replicas of the release before start on the schema of the next.
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
    private final boolean migrate;
    private volatile Optional<String> missing = Optional.of("not looked at yet");

    @Inject
    Schema(Flyway flyway, Vertx vertx, DatabaseConfig config) {
        this.flyway = flyway;
        this.migrate = config.migrate();
        this.vertx = vertx;
        this.loop = new PollLoop(vertx.getDelegate(), "schema", this::turn, PAUSE, LONGEST_PAUSE);
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        try {
            see();
        } catch (RuntimeException failure) {
            if (!DatabaseAway.is(failure)) {
                throw failure;
            }
        }
        missing.ifPresent(reason -> {
            LOG.warnf("no database to use yet: %s; going on without it, and trying", reason);
            loop.nudge();
        });
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Uni<Boolean> turn() {
        return vertx.executeBlocking(() -> {
                    see();
                    return false;
                })
                .invoke(this::stopOnceThere);
    }

    private void stopOnceThere() {
        if (missing.isEmpty()) {
            loop.stop();
        }
    }

    private void see() {
        try {
            missing = migrate ? migrated() : awaited();
        } catch (RuntimeException failure) {
            missing = Optional.of(DatabaseAway.reason(failure));
            throw failure;
        }
    }

    private Optional<String> migrated() {
        flyway.migrate();
        return Optional.empty();
    }

    private Optional<String> awaited() {
        var pending = Arrays.stream(flyway.info().pending())
                .map(migration -> migration.getVersion().getVersion())
                .toList();
        return pending.isEmpty() ? Optional.empty() : Optional.of("migrations that this release needs: " + pending);
    }

    /** Why the database can't be used yet; empty if it can. */
    Optional<String> missing() {
        return missing;
    }
}
