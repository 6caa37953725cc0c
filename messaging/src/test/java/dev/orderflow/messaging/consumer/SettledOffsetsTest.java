package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kafka's own stand-in for its client shows what a broker does only by chance: fail a commit. */
class SettledOffsetsTest {

    private static final TopicPartition ONE = new TopicPartition("ticks", 1);
    private static final TopicPartition TWO = new TopicPartition("ticks", 2);
    private static final Duration NEVER = Duration.ofHours(1);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger failures = new AtomicInteger();
    private final MockConsumer<String, byte[]> client = new MockConsumer<>("earliest") {
        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new RebalanceInProgressException();
            }
            super.commitSync(offsets, timeout);
        }
    };

    SettledOffsetsTest() {
        client.assign(List.of(ONE, TWO));
    }

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void commitsTheHighestThatWasHandledOfEachPartition() {
        var offsets = every(Duration.ofMillis(20));

        offsets.handled(ONE, 7);
        offsets.handled(ONE, 9);
        offsets.handled(TWO, 0);

        await().until(() -> committed(ONE) == 10 && committed(TWO) == 1);
    }

    @Test
    void commitsAgainWhatFailedThoughNothingMoreComes() {
        failures.set(3);
        var offsets = every(Duration.ofMillis(20));

        offsets.handled(ONE, 9);

        await().until(() -> committed(ONE) == 10);
        assertThat(failures).hasValue(0);
    }

    @Test
    void commitsWhatLeavesBeforeItIsGone() {
        var offsets = every(NEVER);
        offsets.handled(ONE, 9);
        offsets.handled(TWO, 4);

        offsets.partitionsRevoked(List.of(ONE));

        assertThat(committed(ONE)).isEqualTo(10);
        assertThat(committed(TWO)).isEqualTo(-1);
    }

    /** A replica that owns it now may be further. */
    @Test
    void leavesToItsNewOwnerWhatIsHandledTooLate() {
        var offsets = every(Duration.ofMillis(20));
        offsets.partitionsRevoked(List.of(ONE));
        client.assign(List.of(TWO));

        offsets.handled(ONE, 9);
        offsets.handled(TWO, 4);

        await().until(() -> committed(TWO) == 5);
        assertThat(committed(ONE)).isEqualTo(-1);
    }

    /** A batch may be tried for longer than its partition is away. */
    @Test
    void neverGoesBackBehindAnOwnerInBetween() {
        var offsets = every(Duration.ofMillis(20));
        offsets.partitionsRevoked(List.of(ONE));
        client.commitSync(Map.of(ONE, new OffsetAndMetadata(500)));
        offsets.partitionsAssigned(List.of(ONE));

        offsets.handled(ONE, 9);
        offsets.handled(TWO, 4);
        await().until(() -> committed(TWO) == 5);
        offsets.received(ONE, 500);
        offsets.handled(ONE, 10);
        offsets.handled(TWO, 5);
        await().until(() -> committed(TWO) == 6);
        assertThat(committed(ONE)).isEqualTo(500);

        offsets.handled(ONE, 500);
        await().until(() -> committed(ONE) == 501);
    }

    @Test
    void letsARebalanceGoOnWhenItsCommitFails() {
        failures.set(1);
        var offsets = every(NEVER);
        offsets.handled(ONE, 9);

        offsets.partitionsRevoked(List.of(ONE));
        offsets.terminate(true);

        assertThat(committed(ONE)).isEqualTo(-1);
    }

    @Test
    void commitsTheRestAtTheEnd() {
        var offsets = every(NEVER);
        offsets.handled(ONE, 9);

        offsets.terminate(true);

        assertThat(committed(ONE)).isEqualTo(10);
    }

    private SettledOffsets every(Duration interval) {
        var offsets = new SettledOffsets(connector(), vertx, interval);
        offsets.received(ONE, 0);
        offsets.received(TWO, 0);
        return offsets;
    }

    private long committed(TopicPartition partition) {
        var found = client.committed(Set.of(partition)).get(partition);
        return found == null ? -1 : found.offset();
    }

    /** The connector's view of the client: what is to run on the polling thread runs at once. */
    @SuppressWarnings("unchecked")
    private KafkaConsumer<String, byte[]> connector() {
        return (KafkaConsumer<String, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KafkaConsumer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("unwrap")) {
                        return client;
                    }
                    var work = (Consumer<Object>) arguments[0];
                    return Uni.createFrom().voidItem().invoke(() -> work.accept(client));
                });
    }
}
