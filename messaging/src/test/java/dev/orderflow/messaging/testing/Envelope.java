package dev.orderflow.messaging.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.event.Headers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Records as another service publishes them, or as nobody should. A value: each call answers a new one. */
public record Envelope(Map<String, String> headers, String key, byte[] value) {

    public static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    public static Envelope of(String type, int version, String key, String json) {
        var headers = new TreeMap<String, String>();
        headers.put(Headers.SPEC_VERSION, "1.0");
        headers.put(Headers.ID, EventIds.next().toString());
        headers.put(Headers.TYPE, type);
        headers.put(Headers.SOURCE, "/orderflow/elsewhere");
        headers.put(Headers.SUBJECT, key);
        headers.put(Headers.TIME, "2026-01-02T03:04:05Z");
        headers.put(Headers.DATA_VERSION, Integer.toString(version));
        headers.put(Headers.TRACE_PARENT, "00-" + TRACE_ID + "-b7ad6b7169203331-01");
        return new Envelope(headers, key, json.getBytes(UTF_8));
    }

    public static Envelope tick(String counter, long n) {
        return of("test.ticked", 1, counter, "{\"counter\":\"%s\",\"n\":%d}".formatted(counter, n));
    }

    public String id() {
        return headers.get(Headers.ID);
    }

    public Envelope with(String header, String text) {
        var changed = new TreeMap<>(headers);
        changed.put(header, text);
        return new Envelope(changed, key, value);
    }

    public Envelope without(String header) {
        var changed = new TreeMap<>(headers);
        changed.remove(header);
        return new Envelope(changed, key, value);
    }

    public Envelope withKey(String other) {
        return new Envelope(headers, other, value);
    }

    public Envelope withValue(byte[] bytes) {
        return new Envelope(headers, key, bytes);
    }

    /** Publishes them, for whoever listens. */
    public static void send(Topic topic, List<Envelope> envelopes) {
        topic.send(envelopes.stream().map(each -> each.to(topic)).toList());
    }

    /** Travels over the topic, so that what comes back is what Kafka makes of it: one batch, in partition order. */
    public static ConsumerRecords<String, byte[]> deliver(Topic topic, List<Envelope> envelopes) {
        long before = topic.count();
        send(topic, envelopes);
        var all = topic.read((int) before + envelopes.size());
        return batch(all.stream().filter(record -> record.offset() >= before).toList());
    }

    /** The same records once more, as after a rebalance. */
    public static ConsumerRecords<String, byte[]> batch(List<ConsumerRecord<String, byte[]>> records) {
        var byPartition = new TreeMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>(
                Comparator.comparing(TopicPartition::partition));
        records.forEach(record -> byPartition
                .computeIfAbsent(new TopicPartition(record.topic(), record.partition()), p -> new ArrayList<>())
                .add(record));
        return new ConsumerRecords<>(byPartition, Map.of());
    }

    private ProducerRecord<String, byte[]> to(Topic topic) {
        var record = new ProducerRecord<>(topic.name(), key, value);
        headers.forEach((name, text) -> record.headers().add(name, text == null ? null : text.getBytes(UTF_8)));
        return record;
    }
}
