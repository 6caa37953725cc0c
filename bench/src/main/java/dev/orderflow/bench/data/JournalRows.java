package dev.orderflow.bench.data;

import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.EventCatalog;
import dev.orderflow.contracts.EventDescriptor;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.copy.CopyManager;

/** A service's journal and what is personal in it. Positions are drawn by the column's default. */
final class JournalRows {

    private static final Map<Class<? extends Event>, EventDescriptor> PUBLISHED =
            EventCatalog.all().stream().collect(Collectors.toMap(EventDescriptor::eventClass, event -> event));

    private final Rows journal =
            new Rows("journal", "event_id, topic, key, version, type, data_version, payload, headers, recorded_at");
    private final Rows personal = new Rows("personal", "event_id, payload");

    void published(UUID eventId, String key, long version, Event event, String headers, Instant at) {
        var type = PUBLISHED.get(event.getClass());
        row(eventId, type.topic().topicName(), key, version, type.type(), event, headers, at);
        var apart = Texts.personal(event);
        if (apart != null) {
            personal.add(eventId).add(apart).end();
        }
    }

    /** What stays in the service. */
    void internal(UUID eventId, String key, long version, String type, Object event, String headers, Instant at) {
        row(eventId, null, key, version, type, event, headers, at);
    }

    private void row(
            UUID id, String topic, String key, long version, String type, Object event, String headers, Instant at) {
        journal.add(id)
                .add(topic)
                .add(key)
                .add(version)
                .add(type)
                .add(1)
                .add(Texts.withoutPersonal(event))
                .add(headers)
                .add(at)
                .end();
    }

    void send(CopyManager copy) throws SQLException, IOException {
        journal.send(copy);
        personal.send(copy);
    }

    long sent() {
        return journal.sent() + personal.sent();
    }
}
