package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.event.Headers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record as it came, together with what became of reading it: an event, or the reason why it can't be handled.
 *
 * @param line what it must not overtake a dead letter of; null for state transfer, where the newest version wins anyway
 */
record Incoming(ConsumerRecord<String, byte[]> kafka, String line, Delivery delivery, Throwable poison) {

    static Incoming readable(ConsumerRecord<String, byte[]> kafka, String line, Delivery delivery) {
        return new Incoming(kafka, line, delivery, null);
    }

    static Incoming poisoned(ConsumerRecord<String, byte[]> kafka, String line, Throwable poison) {
        return new Incoming(kafka, line, null, poison);
    }

    /** The same record, which can't be handled after all. */
    Incoming poisoned(Throwable failure) {
        return poisoned(kafka, line, failure);
    }

    /** Null when its headers do not tell. */
    UUID eventId() {
        try {
            return delivery != null ? delivery.id() : UUID.fromString(String.valueOf(header(Headers.ID)));
        } catch (IllegalArgumentException e) {
            return null;
        }
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
