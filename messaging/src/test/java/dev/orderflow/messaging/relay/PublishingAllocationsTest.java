package dev.orderflow.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.Allocations;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.testing.Settings;
import io.vertx.mutiny.core.Vertx;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What it costs in memory to make a record for Kafka of one row of the journal. */
class PublishingAllocationsTest {

    /** 1,416 were measured on JDK 25, by either compiler and by none. */
    private static final long MOST = 1_700;

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    private final Vertx vertx = Vertx.vertx();
    private final KafkaPublisher publisher = new KafkaPublisher(vertx, Map.of(), Settings.of());

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void publishesARow() {
        var row = new JournalRow(
                1,
                EventIds.next(),
                "ticks",
                UUID.randomUUID().toString(),
                7,
                "test.noted",
                2,
                "{\"counter\": \"c\", \"words\": [\"one\", \"two\"], \"email\": \"a@example.com\"}",
                Cause.trace(TRACE),
                Instant.parse("2026-03-02T12:00:00.123456Z"));

        assertThat(publisher.record(row).headers().toArray()).hasSize(9);
        assertThat(Allocations.of(() -> publisher.record(row)))
                .as("bytes that publishing an event allocates")
                .isLessThanOrEqualTo(MOST);
    }
}
