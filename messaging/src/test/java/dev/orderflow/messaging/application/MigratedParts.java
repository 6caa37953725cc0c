package dev.orderflow.messaging.application;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.messaging.testing.Database;
import java.util.Map;

/** The real parts, with the tables in place before the application starts, as Flyway does it in a service. */
public class MigratedParts extends QuarkusParts {

    @Override
    public Map<String, String> start() {
        var settings = super.start();
        leaveALetter(Database.at(settings.get("quarkus.datasource.jdbc.url")));
        return settings;
    }

    /** As a replica does that dies behind the letter before it. */
    private static void leaveALetter(Database database) {
        database.execute("""
                INSERT INTO dead_letter (id, event_id, line, topic, partition, "offset", key, type, data_version, payload,
                                         headers, state, attempts)
                SELECT id, id, 'left', 'ticks', 0, 1000000, 'left', 'test.ticked', 1, '{"counter":"left","n":1}'::bytea,
                       jsonb_build_object('ce_id', id, 'ce_type', 'test.ticked', 'ce_source', '/elsewhere',
                                          'ce_time', '2026-01-02T03:04:05Z', 'ce_dataversion', '1'),
                       'WAITING', 0
                FROM gen_random_uuid() AS id;
                INSERT INTO parked_aggregate (line) VALUES ('left')""");
    }
}
