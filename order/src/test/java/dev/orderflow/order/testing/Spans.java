package dev.orderflow.order.testing;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Every span that this application has recorded, with all that it says. */
@Singleton
public class Spans implements SpanProcessor {

    private final Queue<String> ended = new ConcurrentLinkedQueue<>();

    public List<String> all() {
        return List.copyOf(ended);
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        var data = span.toSpanData();
        ended.add(data.getTraceId() + " " + data.getName() + " "
                + data.getStatus().getStatusCode() + " " + data.getAttributes() + " " + data.getEvents());
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
