package dev.orderflow.bench.testing;

import dev.orderflow.bench.data.DataPlan;
import dev.orderflow.bench.data.Database;
import dev.orderflow.bench.data.SampleData;
import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.embedded.Trees;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;

/**
 * A plan's orders in the services' own schemas. No service runs yet.
 *
 * @param databases in the order of the services
 */
public record FilledSystem(OrderflowSystem system, List<Database> databases) {

    private static final Set<String> PARTS = Set.of("postgres", "kafka", "redis", "issuer");

    /**
     * Begins anew; ends with this JVM at the latest.
     *
     * @param name of its directory
     * @param variables of every service
     */
    public static FilledSystem of(String name, int portOffset, Map<String, String> variables, DataPlan plan)
            throws IOException, InterruptedException {
        var data = Path.of("target", name).toAbsolutePath();
        Trees.delete(data);
        var system = OrderflowSystem.of(Options.at(data, portOffset).withServiceVariables(variables))
                .ownedByThisJvm();
        system.startInfrastructure(PARTS);
        var databases = Service.withDatabase().stream()
                .map(service -> database(system, service))
                .toList();
        databases.forEach(FilledSystem::migrate);
        new SampleData(plan, databases).fill(_ -> {});
        return new FilledSystem(system, databases);
    }

    public Database of(Service service) {
        return databases.stream()
                .filter(each -> each.service().equals(service.module()))
                .findFirst()
                .orElseThrow();
    }

    private static Database database(OrderflowSystem system, Service service) {
        return new Database(service.module(), system.endpoints().jdbcUrl(service), Postgres.USER, Postgres.PASSWORD);
    }

    /** With the migrations that each service runs when it starts. */
    private static void migrate(Database database) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations(
                        "filesystem:../messaging/src/main/resources/db/migration",
                        "filesystem:../platform/src/main/resources/db/migration",
                        "filesystem:../" + database.service() + "/src/main/resources/db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
