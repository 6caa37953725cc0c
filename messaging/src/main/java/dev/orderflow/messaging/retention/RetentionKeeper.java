package dev.orderflow.messaging.retention;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.consumer.Channels;
import dev.orderflow.messaging.topic.Reach;
import dev.orderflow.messaging.topic.TopicReach;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Drops what is too old, at intervals. How far back the topics go that this service reads is asked anew each time; while
 * nobody can tell, the inbox forgets nothing.
 */
@ApplicationScoped
class RetentionKeeper {

    private static final Logger LOG = Logger.getLogger(RetentionKeeper.class);

    private final Vertx vertx;
    private final TopicReach topics;
    private final RetentionRound round;
    private final MessagingConfig.Retention config;
    private final List<String> read;
    private Optional<Duration> told;

    @Inject
    RetentionKeeper(Vertx vertx, TopicReach topics, RetentionRound round, MessagingConfig config, Channels channels) {
        this.vertx = vertx;
        this.topics = topics;
        this.round = round;
        this.config = config.retention();
        this.told = Optional.of(this.config.inbox());
        this.read = channels.all().stream()
                .filter(channel -> !channel.pattern())
                .map(Channels.Channel::topic)
                .toList();
    }

    @Scheduled(
            every = "${orderflow.messaging.retention.every:1h}",
            delayed = "1m",
            identity = "retention-keeper",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        return reach().chain(reach ->
                round.run(agesFor(reach), reach.map(Reach::states).orElse(Set.of())));
    }

    private Uni<Optional<Reach>> reach() {
        return vertx.executeBlocking(() -> topics.of(read))
                .map(Optional::of)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "inbox and settled dead letters are kept for now, no one can tell how far back %s go: %s",
                        read, failure))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private Ages agesFor(Optional<Reach> reach) {
        var ages = reach.map(found -> Ages.of(config, found)).orElseGet(() -> Ages.unknown(config));
        if (reach.isPresent() && !ages.inbox().equals(told)) {
            told = ages.inbox();
            tell(told);
        }
        return ages;
    }

    private void tell(Optional<Duration> inbox) {
        if (inbox.isEmpty()) {
            LOG.warnf("the inbox forgets nothing, for one of %s does not", read);
        } else if (!inbox.get().equals(config.inbox())) {
            LOG.warnf(
                    "the inbox is kept for %s, not %s as configured: %s may bring an event again so late",
                    inbox.get(), config.inbox(), read);
        }
    }
}
