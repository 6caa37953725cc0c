package dev.orderflow.messaging.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import dev.orderflow.messaging.testing.Topic;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicProvisionerIT {

    private final EmbeddedParts parts = EmbeddedParts.shared();
    private final Vertx vertx = Vertx.vertx();
    private final Topic topic = Topic.named("provisioned", 3);
    private final Topic state = Topic.named("provisioned", 2);

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void createsWhatIsMissingAndLeavesWhatIsThere() throws Exception {
        var existing = Topic.create("existing", 5);
        var provisioner = provisioner(
                parts.kafkaBootstrap(), spec(topic, false), spec(state, true), new TopicSpec(existing.name(), 7, true));

        provisioner.create(new StartupEvent());
        provisioner.create(new StartupEvent());

        assertThat(topic.describe()).isEqualTo("3 partitions, delete");
        assertThat(state.describe()).isEqualTo("2 partitions, compact");
        assertThat(existing.describe()).isEqualTo("5 partitions, delete");
    }

    /** The start goes on after a few seconds, so that probes and requests are answered meanwhile. */
    @Test
    void createsTopicsOnceTheBrokerHasCome() throws Exception {
        var bootstrap = parts.kafkaBootstrap();
        var provisioner = provisioner(bootstrap, spec(topic, false));
        parts.kill(Name.KAFKA);
        try {
            var start = System.nanoTime();
            provisioner.create(new StartupEvent());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        } finally {
            parts.start(Name.KAFKA);
        }

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> topic.describe().startsWith("3 partitions"));
    }

    private TopicProvisioner provisioner(String bootstrap, TopicSpec... topics) {
        return new TopicProvisioner(
                vertx,
                Map.of("bootstrap.servers", bootstrap),
                List.of(() -> Stream.of(topics).toList()));
    }

    private static TopicSpec spec(Topic topic, boolean compacted) {
        return new TopicSpec(topic.name(), topic.partitions(), compacted);
    }
}
