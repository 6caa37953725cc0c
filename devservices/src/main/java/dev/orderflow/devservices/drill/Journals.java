package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Observations.Recorded;
import dev.orderflow.devservices.system.Service;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The events that the services have recorded. */
record Journals(Database database) {

    private static final String EVENTS =
            "SELECT event_id, topic, key, type, version, recorded_at FROM journal ORDER BY position";

    Map<Service, List<Recorded>> read() {
        Map<Service, List<Recorded>> journals = new EnumMap<>(Service.class);
        for (Service service : Service.withDatabase()) {
            journals.put(service, database.read(service, EVENTS, Journals::recorded));
        }
        return journals;
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        String topic = row.getString("topic");
        return new Recorded(
                row.getObject("event_id", UUID.class),
                topic == null ? null : topic.intern(),
                row.getString("key"),
                row.getString("type").intern(),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
