package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.process.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A service's program in Flyway's initialisation mode, with the settings of a pod: no broker and no Redis is there for it.
 *
 * @param program its {@code quarkus-run.jar}
 */
record MigrationStep(Path program, String jdbcUrl, String user, String password, Path log) {

    /** Returns when it has ended, with its exit code. */
    int run() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Installation.javaExecutable().toString(), "-Xmx256m", "-jar", program.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("QUARKUS_INIT_AND_EXIT", "true");
        environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
        environment.put("ORDERFLOW_MESSAGING_TOPICS_MANAGE", "false");
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl);
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", jdbcUrl.substring("jdbc:".length()));
        environment.put("QUARKUS_DATASOURCE_USERNAME", user);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", password);
        return ended(builder.start());
    }

    private int ended(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS))
                    .as("ends; see %s", log)
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
