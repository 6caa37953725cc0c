package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Services that start before what they need say what they wait for, and work once that is there, without a restart.
 * That running services get over it is {@link KillIT}'s.
 */
@ExtendWith(RunningSystem.class)
class StartWithoutIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Together, so that they cost hardly more than one. */
    private static final List<String> SERVICES =
            List.of("order", "inventory", "payment", "shipping", "notification", "loyalty");

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final Shop shop = new Shop(system, "early-" + UUID.randomUUID());
    private String sku;

    @BeforeEach
    void sell() {
        sku = warehouse.product(10);
        system.stop("order");
        SERVICES.forEach(system::kill);
    }

    @AfterEach
    void haveEverythingAgain() {
        Stream.of("postgres", "kafka", "redis").forEach(system::start);
        SERVICES.forEach(system::start);
    }

    @Test
    void waitsForTheDatabaseAndItsSchema() {
        system.kill("postgres");

        var starting = begin();

        for (var service : SERVICES) {
            var schema = awaitDown(service, "schema");
            assertThat(schema.at("/data/waiting for").asText()).as(service).contains("refused");
            assertThat(health(service, "live").status()).as(service).isEqualTo(200);
        }
        assertThat(shop.place(NewOrder.of(sku)).status()).isEqualTo(503);

        system.start("postgres");
        starting.join();
        sellsOne();
    }

    @Test
    @Tag("nightly")
    void waitsForKafka() {
        system.kill("kafka");

        var starting = begin();

        for (var service : SERVICES) {
            var topics = awaitDown(service, "topics");
            assertThat(topics.at("/data/waiting for").asText())
                    .contains("broker")
                    .contains("order-events");
            assertThat(health(service, "live").status()).as(service).isEqualTo(200);
        }
        assertThat(awaitDown("order", "product-copy").at("/data/waiting for").asText())
                .contains("product-events");

        system.start("kafka");
        starting.join();
        sellsOne();
    }

    /** The stock gate is advisory. */
    @Test
    @Tag("nightly")
    void doesNotWaitForRedis() {
        system.kill("redis");

        begin().join();

        sellsOne();
    }

    /** Completes when they are ready; fails if one ends instead. */
    private CompletableFuture<Void> begin() {
        return CompletableFuture.allOf(SERVICES.stream()
                .map(service -> CompletableFuture.runAsync(() -> system.start(service), Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new));
    }

    /** The check of that name, once it answers that it is not ready. */
    private JsonNode awaitDown(String service, String check) {
        return await(service + ": " + check)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> check(service, check),
                        found -> found.get("status").asText().equals("DOWN"));
    }

    private JsonNode check(String service, String name) {
        var answer = health(service, "ready");
        assertThat(answer.status()).isEqualTo(503);
        return StreamSupport.stream(answer.json().get("checks").spliterator(), false)
                .filter(check -> check.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Answer health(String service, String kind) {
        return system.http().get(system.url(service) + "/q/health/" + kind, null);
    }

    private void sellsOne() {
        shop.awaitStatus(shop.placed(NewOrder.of(sku)), "DELIVERED", PATIENCE);
    }
}
