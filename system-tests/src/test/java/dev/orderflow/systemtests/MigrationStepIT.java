package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.testing.EmbeddedParts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The step that migrates a database before a release's replicas use it, as the jobs of {@code k8s} run it. */
class MigrationStepIT {

    private static final Path LOG = Path.of("target", "migration-step.log");

    private final EmbeddedParts parts = EmbeddedParts.shared();
    private final String database = parts.createDatabase("migration");

    @Test
    void migratesAndEndsBeforeAnythingElseOfTheServiceStarts() throws Exception {
        assertThat(migrate()).as("exit code; see %s", LOG).isZero();
        int migrations = migrations();
        assertThat(migrations).isGreaterThan(5);
        assertThat(LOG).content().doesNotContain("Listening on:").doesNotContain("topics are managed elsewhere");

        assertThat(migrate()).as("exit code of a second run").isZero();
        assertThat(migrations()).isEqualTo(migrations);
    }

    /** With the settings of a pod: no broker and no Redis is there, and none is needed. */
    private int migrate() throws IOException, InterruptedException {
        var jar = Installation.home().resolve("inventory/target/quarkus-app/quarkus-run.jar");
        var builder = new ProcessBuilder(Installation.javaExecutable().toString(), "-Xmx256m", "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        var environment = builder.environment();
        environment.put("QUARKUS_INIT_AND_EXIT", "true");
        environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
        environment.put("ORDERFLOW_MESSAGING_TOPICS_MANAGE", "false");
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", parts.jdbcUrl(database));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", parts.reactiveUrl(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", parts.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", parts.password());
        var process = builder.start();
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS))
                    .as("ends; see %s", LOG)
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private int migrations() throws SQLException {
        try (var connection = DriverManager.getConnection(parts.jdbcUrl(database), parts.user(), parts.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM flyway_schema_history WHERE success")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
