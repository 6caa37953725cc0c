package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Observations.Recorded;
import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.Endpoints;
import dev.orderflow.devservices.system.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the services have committed, read from their databases. */
record Journals(Endpoints endpoints) {

    private static final String EVENTS =
            "SELECT event_id, topic, key, type, version, recorded_at FROM journal ORDER BY position";
    private static final int ROWS_AT_ONCE = 1_000;

    Map<Service, List<Recorded>> read() {
        Map<Service, List<Recorded>> journals = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            journals.put(service, read(service));
        }
        return journals;
    }

    private List<Recorded> read(Service service) {
        String url = endpoints.jdbcUrl(service);
        try (Connection connection = DriverManager.getConnection(url, Postgres.USER, Postgres.PASSWORD);
                Statement statement = connection.createStatement()) {
            // Otherwise the driver reads everything before it shows the first row.
            connection.setAutoCommit(false);
            statement.setFetchSize(ROWS_AT_ONCE);
            List<Recorded> events = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(EVENTS)) {
                while (rows.next()) {
                    events.add(recorded(rows));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new PartFailed("the journal of " + service.module() + " can't be read: " + e.getMessage(), e);
        }
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
