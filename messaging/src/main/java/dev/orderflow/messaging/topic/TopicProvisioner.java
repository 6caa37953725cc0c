package dev.orderflow.messaging.topic;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.loop.PollLoop;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jboss.logging.Logger;

/**
 * Creates the missing topics before the channels start, so that a consumer doesn't wait for its next metadata refresh,
 * and brings this service's own in line with its configuration. Where manifests own the topics it touches none
 * ({@code orderflow.messaging.topics.manage}). Without a broker the service starts all the same, a few seconds later, and
 * the topics are seen to once the broker is there.
 */
@ApplicationScoped
class TopicProvisioner {

    private static final Logger LOG = Logger.getLogger(TopicProvisioner.class);

    /** Before SmallRye wires its channels, which it does at LIBRARY_BEFORE (1000). */
    private static final int BEFORE_CHANNELS = 100;

    /** How long one question to the broker may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final MissingTopics missing;
    private final OwnedTopics owned;
    private final PollLoop loop;
    private final boolean manage;
    private volatile boolean there;

    @Inject
    TopicProvisioner(
            Vertx vertx,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @All List<TopicSource> sources,
            MessagingConfig config) {
        this.vertx = vertx;
        this.manage = config.topics().manage();
        var wanted = sources.stream()
                .flatMap(source -> source.topics().stream())
                .distinct()
                .toList();
        var settings = settings(broker);
        this.missing = new MissingTopics(() -> Admin.create(settings), wanted);
        this.owned = new OwnedTopics(
                () -> Admin.create(settings), wanted, config.topics().mayForget());
        this.loop = new PollLoop(vertx.getDelegate(), "topics", this::turn, PAUSE, LONGEST_PAUSE);
    }

    /** For clients that give up soon. */
    static Map<String, Object> settings(Map<String, Object> broker) {
        var settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 3);
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 500L);
        return settings;
    }

    void create(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event) throws InterruptedException {
        if (!manage) {
            LOG.info("topics are managed elsewhere");
        } else if (!provision()) {
            LOG.warnf("topics can't all be seen to yet (missing: %s); going on trying", missing);
            loop.nudge();
        }
    }

    private boolean provision() throws InterruptedException {
        there = missing.create();
        return there && owned.align(missing.created());
    }

    /** What the broker has not shown yet; empty once all topics have been there, or if nobody here looks. */
    Optional<String> waitingFor() {
        return there || !manage ? Optional.empty() : Optional.of("the broker to have " + missing);
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Uni<Boolean> turn() {
        return vertx.executeBlocking(this::provision)
                .invoke(done -> {
                    if (done) {
                        loop.stop();
                    }
                })
                .replaceWith(false);
    }
}
