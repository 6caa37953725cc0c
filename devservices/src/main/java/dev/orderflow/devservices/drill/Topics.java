package dev.orderflow.devservices.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.devservices.drill.check.Observations.Published;
import dev.orderflow.devservices.drill.fault.Place;
import dev.orderflow.devservices.drill.fault.TopicReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What anybody can read on the topics. */
record Topics(String bootstrap) {

    Map<String, List<Published>> read(Collection<String> topics) {
        Map<String, List<Published>> published = new TreeMap<>();
        new TopicReader(bootstrap)
                .read(
                        topics,
                        event -> published
                                .computeIfAbsent(event.topic(), _ -> new ArrayList<>())
                                .add(published(event)));
        return published;
    }

    private static Published published(ConsumerRecord<byte[], byte[]> event) {
        byte[] id = event.headers().lastHeader("ce_id").value();
        return new Published(
                new Place(event.topic(), event.partition(), event.offset()),
                new String(event.key(), UTF_8),
                UUID.fromString(new String(id, UTF_8)),
                Instant.ofEpochMilli(event.timestamp()));
    }
}
