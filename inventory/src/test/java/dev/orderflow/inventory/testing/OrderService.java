package dev.orderflow.inventory.testing;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.devservices.testing.EmbeddedParts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what order would, and can do so again, as a relay does after a crash. */
public final class OrderService implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap(), "acks", "all", "linger.ms", "20"),
            new StringSerializer(),
            new ByteArraySerializer());

    public List<ProducerRecord<String, byte[]>> publish(OrderEvent... events) {
        return publish(Arrays.asList(events));
    }

    public List<ProducerRecord<String, byte[]>> publish(List<? extends OrderEvent> events) {
        return publishAgain(
                events.stream().map(event -> Wire.record(newId(), event)).toList());
    }

    /** The very same events: same ids. */
    public List<ProducerRecord<String, byte[]>> publishAgain(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(producer::send);
        producer.flush();
        return records;
    }

    public int partitions(String topic) {
        return producer.partitionsFor(topic).size();
    }

    private static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    @Override
    public void close() {
        producer.close();
    }
}
