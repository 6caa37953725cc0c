package dev.orderflow.messaging.consumer;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits what has been handled, once in an interval, and again until the broker has taken it: a commit that falls into a
 * rebalance fails, and on a quiet topic no later one would make up for it. Expects batches that are handled one after the
 * other, so that whatever lies before a handled record has been handled too.
 */
final class SettledOffsets implements KafkaCommitHandler {

    private static final Logger LOG = Logger.getLogger(SettledOffsets.class);

    /** The polling thread waits for it, and with it a rebalance. */
    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(5);

    /** The first that came since the partition did: what lies before was another's, or is from an earlier stay. */
    private final Map<TopicPartition, Long> first = new ConcurrentHashMap<>();

    private final Map<TopicPartition, Long> handled = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> committed = new ConcurrentHashMap<>();
    private final AtomicBoolean committing = new AtomicBoolean();
    private final KafkaConsumer<?, ?> consumer;
    private final Vertx vertx;
    private final long timer;

    SettledOffsets(KafkaConsumer<?, ?> consumer, Vertx vertx, Duration interval) {
        this.consumer = consumer;
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(interval.toMillis(), tick -> commit());
    }

    @Override
    public <K, V> Uni<IncomingKafkaRecord<K, V>> received(IncomingKafkaRecord<K, V> record) {
        received(new TopicPartition(record.getTopic(), record.getPartition()), record.getOffset());
        return Uni.createFrom().item(record);
    }

    void received(TopicPartition partition, long offset) {
        first.putIfAbsent(partition, offset);
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
        handled(new TopicPartition(record.getTopic(), record.getPartition()), record.getOffset());
        return Uni.createFrom().voidItem();
    }

    /** A batch that began before its partition left may end when it is back: others have committed more by then. */
    void handled(TopicPartition partition, long offset) {
        if (offset >= first.getOrDefault(partition, Long.MAX_VALUE)) {
            handled.merge(partition, offset + 1, Math::max);
        }
    }

    private void commit() {
        if (due(partition -> true).isEmpty() || !committing.compareAndSet(false, true)) {
            return;
        }
        consumer.runOnPollingThread(client -> {
                    commit(client, client.assignment());
                })
                .subscribe()
                .with(done -> committing.set(false), failure -> {
                    committing.set(false);
                    LOG.infof("offsets are committed later: %s", failure);
                });
    }

    /** On the polling thread, so that no partition leaves meanwhile. What has left is another's to commit. */
    private void commit(Consumer<?, ?> client, Collection<TopicPartition> partitions) {
        handled.keySet().removeIf(partition -> !client.assignment().contains(partition));
        var due = due(partitions::contains);
        if (!due.isEmpty()) {
            client.commitSync(offsets(due), LONGEST_COMMIT);
            committed.putAll(due);
        }
    }

    private Map<TopicPartition, Long> due(Predicate<TopicPartition> wanted) {
        return handled.entrySet().stream()
                .filter(each -> wanted.test(each.getKey()))
                .filter(each -> !each.getValue().equals(committed.get(each.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Map<TopicPartition, Long> due) {
        return due.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new OffsetAndMetadata(each.getValue())));
    }

    /** On the polling thread. Where it fails the next owner reads again what was handled here, and the inbox knows it. */
    @Override
    public void partitionsRevoked(Collection<TopicPartition> partitions) {
        try {
            commit(consumer.unwrap(), partitions);
        } catch (KafkaException failure) {
            LOG.infof("offsets of revoked partitions are not committed: %s", failure);
        }
        forget(partitions);
    }

    @Override
    public void partitionsAssigned(Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
        List.of(first, handled, committed).forEach(known -> partitions.forEach(known::remove));
    }

    @Override
    public void terminate(boolean graceful) {
        vertx.cancelTimer(timer);
        try {
            consumer.runOnPollingThread(client -> {
                        commit(client, client.assignment());
                    })
                    .await()
                    .atMost(LONGEST_COMMIT.plusSeconds(1));
        } catch (RuntimeException failure) {
            LOG.infof("offsets are not committed at the end: %s", failure);
        }
    }
}
