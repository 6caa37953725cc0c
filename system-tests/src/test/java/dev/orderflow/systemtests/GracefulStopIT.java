package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A replica ends by SIGTERM while shops order: nobody notices, and the other has what it held at once. */
@ExtendWith(RunningSystem.class)
class GracefulStopIT {

    private static final Duration DELAY = Duration.ofSeconds(5);

    /**
     * A lease so long that one that was not handed back would be missed, and time for a load balancer on a busy machine to
     * see that a replica goes.
     */
    private static final Map<String, String> PATIENT =
            Map.of("ORDERFLOW_MESSAGING_RELAY_LEASE", "5m", "QUARKUS_SHUTDOWN_DELAY", DELAY.toSeconds() + "s");

    private static final Duration LONGEST_STOP = DELAY.plusSeconds(10);

    /** Below session.timeout.ms, after which the broker forgets a member that went without a word. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /** Answers of three services, and the products. */
    private static final int CHANNELS = 4;

    private final TestSystem system = RunningSystem.get();

    @AfterEach
    void haveOneReplicaAgain() {
        Stream.of("order-2", "order").forEach(system::stop);
        system.start("order");
    }

    @Test
    void losesNothingAndHandsOverWhatItHolds() throws Exception {
        var sku = new Warehouse(system).product(10_000);
        system.stop("order");
        system.start("order", PATIENT);
        await("the relay of the first").atMost(Shop.PATIENCE).until(() -> epoch() > 0);
        long epoch = epoch();
        system.start("order-2", PATIENT);
        await("all to read").atMost(Shop.PATIENCE).until(() -> members() == 2 * CHANNELS);

        try (var load = Load.on(system, sku, List.of("order", "order-2"))) {
            load.awaitPlaced(20);
            var took = stopped("order");
            assertThat(took).isLessThan(LONGEST_STOP);
            await("its members of the group").atMost(SOON).until(() -> members() == CHANNELS);
            await("the relay's lease").atMost(Shop.PATIENCE).until(() -> epoch() == epoch + 1);
            load.awaitPlaced(20);

            assertThat(load.failures()).isEmpty();
            var shop = new Shop(system, load.customer(), "order-2");
            load.end().forEach(id -> shop.awaitStatus(id, "DELIVERED", Duration.ofSeconds(120)));
        }
    }

    /** SIGTERM; what had to be killed has not said farewell. */
    private Duration stopped(String process) throws IOException {
        long began = System.nanoTime();
        system.stop(process);
        var took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(Files.readString(system.log(process)).lines().toList().getLast())
                .contains(process + " stopped in");
        return took;
    }

    private long epoch() throws SQLException {
        try (var connection = system.database("order");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT epoch FROM relay_cursor WHERE lease_until > now()")) {
            return rows.next() ? rows.getLong(1) : -1;
        }
    }

    private int members() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", system.kafkaBootstrap()))) {
            return admin.describeConsumerGroups(List.of("order"))
                    .all()
                    .get()
                    .get("order")
                    .members()
                    .size();
        }
    }
}
