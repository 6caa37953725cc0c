package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.testing.EmbeddedParts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
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

    private int migrate() throws IOException, InterruptedException {
        var program = Installation.home().resolve("inventory/target/quarkus-app/quarkus-run.jar");
        return new MigrationStep(program, parts.jdbcUrl(database), parts.user(), parts.password(), LOG).run();
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
