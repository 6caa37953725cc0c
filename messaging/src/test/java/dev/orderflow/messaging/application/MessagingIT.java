package dev.orderflow.messaging.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.Ticked;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The whole path inside an application: append, relay, topic, consumer, effects. */
@QuarkusTest
@QuarkusTestResource(MigratedParts.class)
class MessagingIT {

    @Inject
    UnitsOfWork units;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void carriesEventsFromOneTransactionToAnother() {
        var counter = UUID.randomUUID().toString();

        for (long n = 1; n <= 20; n++) {
            tick(counter, n);
        }

        var all = String.join(
                ",", IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList());
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(new Database(url).seen(counter)).isEqualTo(all));
    }

    /** Its channel has had no record since the start. */
    @Test
    void worksOffWhatADeadReplicaLeft() {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(new Database(url).seen("left")).isEqualTo("1"));
    }

    private void tick(String counter, long n) {
        units.run(work -> {
                    work.append(List.of(new NewEvent(counter, n, new Ticked(counter, n))));
                    return Uni.createFrom().voidItem();
                })
                .await()
                .atMost(Duration.ofSeconds(40));
    }
}
