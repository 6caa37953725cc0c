package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.deadletter.Line;
import dev.orderflow.messaging.deadletter.NewDeadLetter;
import dev.orderflow.messaging.event.Headers;
import dev.orderflow.messaging.trace.TraceParent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record that can't be handled now, as a dead letter. Reads whatever can be read of it. */
final class LetterOf {

    private LetterOf() {}

    static NewDeadLetter record(Incoming incoming) {
        var kafka = incoming.kafka();
        return new NewDeadLetter(
                incoming.eventId(),
                line(incoming),
                kafka.topic(),
                kafka.partition(),
                kafka.offset(),
                kafka.key(),
                incoming.header(Headers.TYPE),
                dataVersion(incoming),
                kafka.value(),
                headers(incoming),
                incoming.poison(),
                TraceParent.traceId(incoming.header(Headers.TRACE_PARENT)).orElse(null));
    }

    static String line(Incoming incoming) {
        return incoming.line() == null ? Line.single(incoming.where()) : incoming.line();
    }

    private static Integer dataVersion(Incoming incoming) {
        try {
            return Integer.valueOf(String.valueOf(incoming.header(Headers.DATA_VERSION)));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Map<String, String> headers(Incoming incoming) {
        var headers = new LinkedHashMap<String, String>();
        incoming.kafka().headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return headers;
    }
}
