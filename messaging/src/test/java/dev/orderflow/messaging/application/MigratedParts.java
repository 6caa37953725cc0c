package dev.orderflow.messaging.application;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.messaging.testing.Database;
import java.util.Map;

/** The real parts, with the tables in place before the application starts, as Flyway does it in a service. */
public class MigratedParts extends QuarkusParts {

    @Override
    public Map<String, String> start() {
        var settings = super.start();
        Database.at(settings.get("quarkus.datasource.jdbc.url"));
        return settings;
    }
}
