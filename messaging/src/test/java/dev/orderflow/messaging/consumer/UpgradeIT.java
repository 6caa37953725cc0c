package dev.orderflow.messaging.consumer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.deadletter.DeadLetterFilter;
import dev.orderflow.messaging.deadletter.Letters;
import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.NextRelease;
import dev.orderflow.messaging.testing.TallyHandler;
import dev.orderflow.messaging.testing.Wiring;
import org.junit.jupiter.api.Test;

/** Publishers were upgraded before their reader. */
class UpgradeIT extends ConsumerFixture {

    @Test
    void replaysAfterAnUpgradeWhatTheOldReleaseDidNotKnow() {
        consume(deliver(
                Envelope.tick("a", 1), NextRelease.tick("a", 2), Envelope.tick("a", 3), NextRelease.tick("a", 4)));
        assertThat(database.seen("a")).isEqualTo("1");
        assertThat(database.column("SELECT state || error_type FROM dead_letter WHERE error_type IS NOT NULL"))
                .containsExactly("OPENUnknownEventException", "OPENUnknownEventException");

        try (var upgraded = Wiring.on(database, new NextRelease(topic.name()))) {
            Consumers.of(upgraded).of(topic.name(), new TallyHandler());
            var unknown = new DeadLetterFilter(null, null, null, null, "UnknownEventException", null, null);
            assertThat(new Letters(upgraded).release(unknown)).isEqualTo(2);

            await().atMost(20, SECONDS)
                    .untilAsserted(() -> assertThat(database.seen("a")).isEqualTo("1,2,3,4"));
            await().atMost(20, SECONDS)
                    .untilAsserted(() -> assertThat(database.number("SELECT count(*) FROM parked_aggregate"))
                            .isZero());
        }
        assertThat(database.number("SELECT count(*) FROM dead_letter WHERE state = 'REPLAYED'"))
                .isEqualTo(3);
    }
}
