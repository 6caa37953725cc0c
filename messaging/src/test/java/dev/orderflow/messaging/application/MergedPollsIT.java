package dev.orderflow.messaging.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.control.Switches;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.Topic;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application's channel hands on together what was polled while a batch was handled. */
@QuarkusTest
@QuarkusTestResource(MigratedParts.class)
class MergedPollsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** So far apart each of them is a poll of its own. */
    private static final Duration APART = Duration.ofMillis(400);

    @Inject
    UnitsOfWork units;

    @Inject
    Switches switches;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final String counter = UUID.randomUUID().toString();

    @AfterEach
    void open() {
        turn(true);
    }

    @Test
    void handlesInOneBatchWhatCameWhileAnotherWaited() {
        turn(false);
        long before = batches();
        IntStream.rangeClosed(1, 6).forEach(this::publish);

        turn(true);
        await().atMost(PATIENCE).until(() -> "1,2,3,4,5,6".equals(new Database(url).seen(counter)));

        assertThat(batches() - before).as("the one that waited, and all others").isEqualTo(2);
    }

    private void turn(boolean on) {
        units.run(work -> switches.turn(work, "channel/ticks-in", on)).await().atMost(PATIENCE);
    }

    private void publish(int tick) {
        Envelope.send(new Topic(TestApplication.TICKS, 3), List.of(Envelope.tick(counter, tick)));
        await().pollDelay(APART).until(() -> true);
    }

    /** A batch is a transaction. */
    private long batches() {
        return new Database(url).number("SELECT count(DISTINCT xmin::text) FROM inbox");
    }
}
