package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.event.Headers;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as it came, together with what became of reading it: an event, or the reason why it can't be handled. */
record Incoming(ConsumerRecord<String, byte[]> kafka, Delivery delivery, Throwable poison) {

    static Incoming readable(ConsumerRecord<String, byte[]> kafka, Delivery delivery) {
        return new Incoming(kafka, delivery, null);
    }

    static Incoming poisoned(ConsumerRecord<String, byte[]> kafka, Throwable poison) {
        return new Incoming(kafka, null, poison);
    }

    boolean isPoison() {
        return poison != null;
    }

    String header(String name) {
        return header(kafka, name);
    }

    String where() {
        return "%s-%d@%d".formatted(kafka.topic(), kafka.partition(), kafka.offset());
    }

    /** Null when the record has no such header. */
    static String header(ConsumerRecord<String, byte[]> kafka, String name) {
        var header = kafka.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static String type(ConsumerRecord<String, byte[]> kafka) {
        return header(kafka, Headers.TYPE);
    }
}
