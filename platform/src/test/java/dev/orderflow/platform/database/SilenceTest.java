package dev.orderflow.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final String DATASOURCE = "quarkus.datasource.reactive.";
    private static final Duration CLEANER = Duration.ofSeconds(1); // Vert.x PoolOptions.DEFAULT_POOL_CLEANER_PERIOD

    @Test
    void limitsWhatIsReadAndNothingElseOfTheServer() {
        var server = new PgConnectOptions().setHost("db").setPort(5433).addProperty("lock_timeout", "4s");

        var limited = Silence.limit(server, Duration.ofSeconds(30), Duration.ofSeconds(5));

        assertThat(limited.getReadIdleTimeout()).isEqualTo(30_000);
        assertThat(limited.getIdleTimeoutUnit()).isEqualTo(TimeUnit.MILLISECONDS);
        assertThat(limited.getConnectTimeout()).isEqualTo(5_000);
        assertThat(limited.getHost()).isEqualTo("db");
        assertThat(limited.getPort()).isEqualTo(5433);
        assertThat(limited.getProperties()).containsEntry("lock_timeout", "4s");
        assertThat(server.getReadIdleTimeout()).isZero();
    }

    /** Else a transaction that begins on a rested connection is cut while the server still works on it. */
    @Test
    void leavesARestedConnectionTheTimeOfAWholeTransaction() throws IOException {
        var config = config();
        var rest = config.getValue(DATASOURCE + "idle-timeout", Duration.class).plus(CLEANER);
        var transaction = config.getValue(DATASOURCE + "additional-properties.\"transaction_timeout\"", Duration.class);

        var silence = config.getConfigMapping(DatabaseConfig.class).silence();

        assertThat(silence).isGreaterThan(rest.plus(transaction));
    }

    private static SmallRyeConfig config() throws IOException {
        var shared = SilenceTest.class.getResource("/META-INF/microprofile-config.properties");
        return new SmallRyeConfigBuilder()
                .withMapping(DatabaseConfig.class)
                .withSources(new PropertiesConfigSource(shared))
                .withConverters(new Converter<?>[] {new DurationConverter()})
                .build();
    }
}
