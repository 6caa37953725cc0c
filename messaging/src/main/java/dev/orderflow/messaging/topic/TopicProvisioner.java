package dev.orderflow.messaging.topic;

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
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Creates the missing topics before the channels start, so that a consumer doesn't wait for its next metadata refresh.
 * An existing topic is left as it is: an operator's settings win. Without a broker the service starts all the same, a
 * few seconds later, and the topics are created once the broker is there.
 */
@ApplicationScoped
class TopicProvisioner {

    private static final Logger LOG = Logger.getLogger(TopicProvisioner.class);

    /** Before SmallRye wires its channels, which it does at LIBRARY_BEFORE (1000). */
    private static final int BEFORE_CHANNELS = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final MissingTopics topics;
    private final PollLoop loop;

    @Inject
    TopicProvisioner(
            Vertx vertx,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @All List<TopicSource> sources) {
        this.vertx = vertx;
        var wanted = sources.stream()
                .flatMap(source -> source.topics().stream())
                .distinct()
                .toList();
        this.topics = new MissingTopics(broker, wanted, PATIENCE);
        this.loop = new PollLoop(vertx.getDelegate(), "topics", this::turn, PAUSE, PAUSE);
    }

    void create(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event) throws InterruptedException {
        if (!topics.create()) {
            LOG.warnf("topics %s can't be created yet; going on trying", topics);
            loop.nudge();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Uni<Boolean> turn() {
        return vertx.executeBlocking(topics::create)
                .invoke(done -> {
                    if (done) {
                        loop.stop();
                    }
                })
                .replaceWith(false);
    }
}
