package dev.orderflow.messaging.relay;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.event.Headers;
import dev.orderflow.messaging.testing.Ticked;
import dev.orderflow.messaging.testing.Topic;
import dev.orderflow.messaging.testing.Wiring;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What readers of a topic of ticks find on it, in its order. */
record Published(List<ConsumerRecord<String, byte[]>> records, EventCodec codec) {

    /** Reads until so many different events have come. */
    static Published events(int count, Topic topic, Wiring wiring) {
        return new Published(
                topic.readUntil(records ->
                        records.stream().map(Published::id).distinct().count() >= count),
                wiring.codec);
    }

    /** Each counter's ticks, when there is nothing else. */
    SortedMap<String, List<Long>> ticks() {
        var ticks = new TreeMap<String, List<Long>>();
        firstOccurrences().stream()
                .map(this::tick)
                .forEach(tick -> ticks.computeIfAbsent(tick.counter(), c -> new ArrayList<>())
                        .add(tick.n()));
        return ticks;
    }

    /** A repeated record where it came first: what is left behind an inbox. */
    List<ConsumerRecord<String, byte[]>> firstOccurrences() {
        var first = new LinkedHashMap<String, ConsumerRecord<String, byte[]>>();
        records.forEach(record -> first.putIfAbsent(id(record), record));
        return List.copyOf(first.values());
    }

    private Ticked tick(ConsumerRecord<String, byte[]> record) {
        return (Ticked) codec.decode("test.ticked", 1, record.value());
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader(Headers.ID).value(), StandardCharsets.UTF_8);
    }
}
