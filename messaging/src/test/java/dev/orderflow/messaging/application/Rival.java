package dev.orderflow.messaging.application;

import dev.orderflow.messaging.consumer.BatchConsumer;
import dev.orderflow.messaging.consumer.Consumers;
import dev.orderflow.messaging.control.SwitchBoard;
import dev.orderflow.messaging.loop.PollLoop;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.Tallies;
import dev.orderflow.messaging.testing.TallyHandler;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Wiring;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Another replica of the application: a member of its consumer group, on its database, with eyes of its own. */
final class Rival implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(200);

    private final Wiring wiring;
    private final PollLoop watch;
    private final BatchConsumer<Tallies> consumer;
    private final Thread thread;
    private volatile boolean stopped;

    Rival(Database database) {
        this.wiring = Wiring.on(database, new TestTypes(TestApplication.TICKS, TestApplication.ECHOES));
        this.watch = new PollLoop(wiring.vertx, "switches", this::look, EVERY, EVERY);
        this.consumer = Consumers.of(wiring, ConfigProvider.getConfig()).of(TestApplication.TICKS, new TallyHandler());
        this.thread = Thread.ofPlatform().name("rival").start(this::run);
        watch.nudge();
    }

    SwitchBoard board() {
        return wiring.board;
    }

    private Uni<Boolean> look() {
        return wiring.switches.all(wiring.pool).invoke(wiring.board::learn).replaceWith(false);
    }

    /** Polls on while a batch is under way, as the connector does, so as to stay a member of the group. */
    private void run() {
        try (var kafka = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            kafka.subscribe(List.of(TestApplication.TICKS));
            var underWay = CompletableFuture.<Void>completedFuture(null);
            while (!stopped) {
                if (underWay.isDone()) {
                    kafka.resume(kafka.assignment());
                } else {
                    kafka.pause(kafka.assignment());
                }
                var polled = kafka.poll(Duration.ofMillis(50));
                if (!polled.isEmpty()) {
                    underWay = underWay.thenCompose(done -> handle(polled));
                }
            }
        }
    }

    private CompletableFuture<Void> handle(ConsumerRecords<String, byte[]> polled) {
        return EventLoop.start(wiring.vertx, () -> consumer.consume(polled));
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                wiring.broker().get("bootstrap.servers"),
                "group.id",
                "messaging-test",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                "false",
                "partition.assignment.strategy",
                CooperativeStickyAssignor.class.getName());
    }

    /** Goes without committing anything. */
    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
        watch.stop().join();
        wiring.close();
    }
}
