package dev.orderflow.messaging.event;

/** An event as it is stored. {@code personal} is null where the event holds no personal data. */
public record EncodedEvent(EventType<?> type, String payload, String personal) {}
