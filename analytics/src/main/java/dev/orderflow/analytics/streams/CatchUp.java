package dev.orderflow.analytics.streams;

import dev.orderflow.contracts.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.StreamsConfig;
import org.jboss.logging.Logger;

/**
 * Whether the group has read all that there was when this replica began: orders and erasures first, then what of them
 * concerns customers. Once it has, that stays so, however far behind the group is later. Whichever replica reads a
 * partition, the group's offsets tell.
 */
@Singleton
final class CatchUp implements BooleanSupplier {

    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    private static final Set<String> EVENTS = Set.of(Topics.ORDER_EVENTS, Topics.CUSTOMER_EVENTS);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    /** Asked for late: the topology, of which this is a part, is made first. */
    private final Instance<StreamsConfig> config;

    private volatile boolean done;
    private Thread looking;

    @Inject
    CatchUp(Instance<StreamsConfig> config) {
        this.config = config;
    }

    @Override
    public boolean getAsBoolean() {
        return done;
    }

    void begin(@Observes StartupEvent started) {
        looking = Thread.ofVirtual().name("catch-up").start(this::look);
    }

    void end(@Observes ShutdownEvent stopped) {
        looking.interrupt();
    }

    private void look() {
        var streams = config.get();
        var application = streams.getString(StreamsConfig.APPLICATION_ID_CONFIG);
        try (var group = new GroupReader(application, streams.getRestoreConsumerConfigs(application))) {
            awaitRead(group, EVENTS);
            awaitRead(group, List.of(AnalyticsTopology.customerEntries(application)));
            done = true;
        } catch (InterruptedException | InterruptException stopped) {
            LOG.debug("stopped before all was read");
        }
    }

    private static void awaitRead(GroupReader group, Collection<String> topics) throws InterruptedException {
        var left = Backlog.UNKNOWN;
        while (!left.isRead()) {
            try {
                left = left.isKnown() ? left.lookedAt(group) : group.backlog(topics);
                Thread.sleep(left.isRead() ? Duration.ZERO : PAUSE);
            } catch (InterruptException stopped) {
                throw stopped;
            } catch (KafkaException away) {
                LOG.warnf("how far %s are read can't be asked yet: %s", topics, away.toString());
                Thread.sleep(PAUSE_AFTER_FAILURE);
            }
        }
    }
}
