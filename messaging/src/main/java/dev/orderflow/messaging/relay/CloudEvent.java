package dev.orderflow.messaging.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.messaging.event.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A journal row as a CloudEvent 1.0 in Kafka's binary mode. */
final class CloudEvent {

    private final String source;

    CloudEvent(String service) {
        this.source = "/orderflow/" + service;
    }

    RecordHeaders headers(JournalRow row) {
        var headers = new RecordHeaders();
        add(headers, Headers.SPEC_VERSION, "1.0");
        add(headers, Headers.ID, row.eventId().toString());
        add(headers, Headers.TYPE, row.type());
        add(headers, Headers.SOURCE, source);
        add(headers, Headers.SUBJECT, row.key());
        add(headers, Headers.TIME, row.recordedAt().toString());
        add(headers, Headers.DATA_VERSION, Integer.toString(row.dataVersion()));
        add(headers, Headers.CONTENT_TYPE, "application/json");
        add(headers, Headers.TRACE_PARENT, row.cause().traceparent());
        return headers;
    }

    private static void add(RecordHeaders headers, String name, String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }
}
