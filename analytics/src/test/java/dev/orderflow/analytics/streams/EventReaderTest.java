package dev.orderflow.analytics.streams;

import static dev.orderflow.analytics.testing.AnOrder.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.analytics.streams.Received.Known;
import dev.orderflow.analytics.streams.Received.Skipped;
import dev.orderflow.analytics.testing.AnOrder;
import dev.orderflow.analytics.testing.Records;
import dev.orderflow.contracts.EventDescriptor;
import dev.orderflow.contracts.Topic;
import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.order.OrderPlaced;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final String PLACED = "orderflow.order.placed";

    private final AnOrder order = AnOrder.some();
    private final EventReader reader = new EventReader(Records.JSON);

    @Test
    void readsAnEventWithItsOwnTime() {
        assertThat(read(reader, Records.record(order.placed(), NOON))).isEqualTo(new Known(order.placed(), NOON));
    }

    /** As the first version of it was, had it had another. */
    @Test
    void upcastsWhatIsOlder() {
        var second = new EventDescriptor(
                PLACED, 2, OrderPlaced.class, Topic.ORDER_EVENTS, List.of(EventReaderTest::renamed), Set.of());
        var newer = new EventReader(Records.JSON, name -> Optional.of(second));
        var first = new HashMap<>(tree());
        first.put("buyer", first.remove("customerId"));

        assertThat(read(newer, placed(1, Records.bytes(first)))).isEqualTo(new Known(order.placed(), NOON));
        assertThat(read(newer, placed(2, Records.bytes(tree())))).isEqualTo(new Known(order.placed(), NOON));
    }

    @Test
    void toleratesWhatANewerPeerAdds() {
        var grown = new HashMap<>(tree());
        grown.put("giftWrap", true);
        assertThat(read(reader, placed(1, Records.bytes(grown)))).isEqualTo(new Known(order.placed(), NOON));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 99})
    void refusesAVersionThatItDoesNotKnow(int version) {
        assertThat(skipped(placed(version, Records.bytes(tree())))).isEqualTo(Ignored.UNKNOWN);
    }

    @Test
    void refusesATypeThatItDoesNotKnow() {
        assertThat(skipped(Records.record(
                        Topics.ORDER_EVENTS, "k", "orderflow.order.gift-wrapped", 1, NOON, Records.bytes(tree()))))
                .isEqualTo(Ignored.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "no json", "{\"orderId\":\"no id\"}"})
    void aBadValueIsAnAnswer(String value) {
        assertThat(skipped(placed(1, value.getBytes(UTF_8)))).isEqualTo(Ignored.UNREADABLE);
    }

    @Test
    void soAreMissingHeadersAndNoValueAtAll() {
        assertThat(reader.read(new RecordHeaders(), Records.bytes(tree()))).isInstanceOf(Skipped.class);
        assertThat(skipped(placed(1, null))).isEqualTo(Ignored.UNREADABLE);
    }

    private Ignored skipped(ProducerRecord<String, byte[]> record) {
        return ((Skipped) read(reader, record)).why();
    }

    private ProducerRecord<String, byte[]> placed(int version, byte[] value) {
        return Records.record(Topics.ORDER_EVENTS, order.id().toString(), PLACED, version, NOON, value);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> tree() {
        return Records.JSON.convertValue(order.placed(), Map.class);
    }

    private static Map<String, Object> renamed(Map<String, Object> first) {
        var second = new HashMap<>(first);
        second.put("customerId", second.remove("buyer"));
        return second;
    }

    private static Received read(EventReader reader, ProducerRecord<String, byte[]> record) {
        return reader.read(record.headers(), record.value());
    }
}
