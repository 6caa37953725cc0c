package dev.orderflow.messaging.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.devservices.testing.Allocations;
import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.event.EventTypes;
import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.TallyHandler;
import dev.orderflow.messaging.testing.TestTypes;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What it costs in memory to take one record from Kafka: its headers and its payload. */
class ReadingAllocationsTest {

    /** 3,464 were measured on JDK 25, by either compiler and by none. */
    private static final long MOST_TO_READ = 4_200;

    /** 56 were measured: the name of the type. */
    private static final long MOST_TO_LEAVE = 96;

    private final EventTypes types = new EventTypes(List.of(new TestTypes("ticks", "echoes")));
    private final EventCodec codec = new EventCodec(types, new ObjectMapper().findAndRegisterModules());
    private final RecordReader reader = new RecordReader(types, codec, new TallyHandler());

    @Test
    void readsAnEvent() {
        var record = polled(Envelope.of(
                "test.noted",
                2,
                "0198f3a2-7c41-7d2e-9a10-5b8e6f0c1d23",
                "{\"counter\":\"c\",\"words\":[\"one\",\"two\"],\"email\":\"a@example.com\"}"));

        assertThat(reader.read(record))
                .hasValueSatisfying(read -> assertThat(read.isPoison()).isFalse());
        assertThat(Allocations.of(() -> reader.read(record)))
                .as("bytes that reading an event allocates")
                .isLessThanOrEqualTo(MOST_TO_READ);
    }

    /** Its payload is never looked at, however large. */
    @Test
    void leavesWhatConcernsNobody() {
        var record = polled(Envelope.of("test.skipped", 1, "c", "{\"counter\":\"%s\"}".formatted("x".repeat(5_000))));

        assertThat(reader.read(record)).isEmpty();
        assertThat(Allocations.of(() -> reader.read(record)))
                .as("bytes that leaving an event allocates")
                .isLessThanOrEqualTo(MOST_TO_LEAVE);
    }

    private static ConsumerRecord<String, byte[]> polled(Envelope envelope) {
        var record = new ConsumerRecord<>("ticks", 0, 0, envelope.key(), envelope.value());
        envelope.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }
}
