package dev.orderflow.platform.database;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.orderflow.devservices.testing.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AwaitedSchemaIT.MigratedElsewhere.class)
@QuarkusTestResource(
        value = QuarkusParts.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "database", value = "awaited"))
class AwaitedSchemaIT {

    private static final String ANY_QUERY = "/samples/database?show=server_version";
    private static final String SCHEMA = "checks.find { it.name == 'schema' }";

    @Inject
    Flyway flyway;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void waitsForTheMigrationsThatAStepOfItsOwnMakes() {
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(SCHEMA + ".data.'waiting for'", startsWith("migrations that this release needs: [0.1, "));
        given().get(ANY_QUERY).then().statusCode(503);

        flyway.migrate();
        await().atMost(20, SECONDS)
                .untilAsserted(() -> given().get("/q/health/ready").then().body(SCHEMA + ".status", equalTo("UP")));
        given().get(ANY_QUERY).then().statusCode(200);
    }

    /** Everything would queue behind it, while an old replica's transaction goes on. */
    @Test
    void aMigrationDoesNotWaitLongForALock() throws SQLException {
        var apart = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .defaultSchema("apart")
                .target("0.6");
        apart.load().migrate();
        var rest = apart.target("latest").load();

        try (var old = DriverManager.getConnection(url, user, password);
                var statement = old.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = '10s'");
            old.setAutoCommit(false);
            statement.execute("LOCK TABLE apart.task IN ROW EXCLUSIVE MODE");
            assertThatThrownBy(rest::migrate).hasMessageContaining("lock timeout");
        }

        assertThat(rest.migrate().migrationsExecuted).isPositive();
    }

    public static class MigratedElsewhere implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("orderflow.database.migrate", "false");
        }
    }
}
