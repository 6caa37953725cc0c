package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.deadletter.NewDeadLetter;
import dev.orderflow.messaging.event.Headers;
import dev.orderflow.messaging.trace.TraceParent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A record that can't be handled, as a dead letter. Reads whatever can still be read of it. */
final class LetterOf {

    private LetterOf() {}

    static NewDeadLetter record(Incoming poison) {
        var kafka = poison.kafka();
        return new NewDeadLetter(
                eventId(poison),
                kafka.topic(),
                kafka.partition(),
                kafka.offset(),
                kafka.key(),
                poison.header(Headers.TYPE),
                dataVersion(poison),
                kafka.value(),
                headers(poison),
                poison.poison(),
                TraceParent.traceId(poison.header(Headers.TRACE_PARENT)).orElse(null));
    }

    private static UUID eventId(Incoming poison) {
        try {
            return UUID.fromString(String.valueOf(poison.header(Headers.ID)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Integer dataVersion(Incoming poison) {
        try {
            return Integer.valueOf(String.valueOf(poison.header(Headers.DATA_VERSION)));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Map<String, String> headers(Incoming poison) {
        var headers = new LinkedHashMap<String, String>();
        poison.kafka().headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return headers;
    }
}
