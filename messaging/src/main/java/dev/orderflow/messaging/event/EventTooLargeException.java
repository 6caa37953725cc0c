package dev.orderflow.messaging.event;

/** The event would not fit into a Kafka message; refused when it is appended, so that the relay never meets it. */
public final class EventTooLargeException extends RuntimeException {

    public EventTooLargeException(String type, int bytes, int limit) {
        super("%s is %d bytes long, the limit is %d".formatted(type, bytes, limit));
    }
}
