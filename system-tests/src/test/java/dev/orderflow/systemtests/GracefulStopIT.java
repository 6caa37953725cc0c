package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
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

    private static final List<String> BEHIND_ORDER =
            List.of("inventory", "payment", "shipping", "notification", "loyalty");

    @AfterEach
    void haveOneReplicaAgain() {
        Stream.of("order-2", "order").forEach(system::stop);
        system.start("order");
        together(system::start);
    }

    @Test
    void losesNothingAndHandsOverWhatItHolds() throws Exception {
        var sku = new Warehouse(system).product(10_000);
        system.stop("order");
        system.start("order", PATIENT);
        await("the relay of the first").atMost(Shop.PATIENCE).until(() -> epoch("order") > 0);
        long epoch = epoch("order");
        system.start("order-2", PATIENT);
        await("all to read").atMost(Shop.PATIENCE).until(() -> members() == 2 * CHANNELS);

        try (var load = Load.on(system, sku, List.of("order", "order-2"))) {
            load.awaitPlaced(20);
            var took = stopped("order");
            assertThat(took).isLessThan(LONGEST_STOP);
            await("its members of the group").atMost(SOON).until(() -> members() == CHANNELS);
            await("the relay's lease").atMost(Shop.PATIENCE).until(() -> epoch("order") > epoch);
            load.awaitPlaced(20);

            assertThat(load.failures()).isEmpty();
            new Delivered(system).awaitAll(load.end(), Duration.ofSeconds(120));
        }
    }

    /** Who comes next has it at once: in spite of a lease of five minutes, which a killed one would have kept. */
    @Test
    @Tag("nightly")
    void handsOverTheRelayOfEachServiceBehindOrder() throws Exception {
        var sku = new Warehouse(system).product(10_000);
        BEHIND_ORDER.forEach(system::stop);
        together(service -> system.start(service, PATIENT));
        var epochs = new HashMap<String, Long>();
        for (var service : BEHIND_ORDER) {
            await("the relay of " + service).atMost(Shop.PATIENCE).until(() -> epoch(service) > 0);
            epochs.put(service, epoch(service));
        }

        try (var load = Load.on(system, sku, List.of("order"))) {
            load.awaitPlaced(20);
            together(service -> assertThat(stopped(service)).isLessThan(LONGEST_STOP));
            var orders = load.end();
            together(system::start);
            for (var service : BEHIND_ORDER) {
                await("the relay's lease of " + service)
                        .atMost(Shop.PATIENCE)
                        .until(() -> epoch(service) > epochs.get(service));
            }
            new Delivered(system).awaitAll(orders, Duration.ofSeconds(120));
        }
    }

    private static void together(Consumer<String> what) {
        var all = BEHIND_ORDER.stream()
                .map(service -> CompletableFuture.runAsync(() -> what.accept(service), Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
    }

    /** SIGTERM; what had to be killed has not said farewell. */
    private Duration stopped(String process) {
        long began = System.nanoTime();
        system.stop(process);
        var took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(lastLine(system.log(process))).contains(process + " stopped in");
        return took;
    }

    private static String lastLine(Path log) {
        try {
            return Files.readString(log).lines().toList().getLast();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long epoch(String service) throws SQLException {
        try (var connection = system.database(service);
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
