package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
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
 * A service that starts before what it needs says what it waits for, and works once that is there, without a restart.
 * That running services get over it is {@link KillIT}'s.
 */
@ExtendWith(RunningSystem.class)
class StartWithoutIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final Shop shop = new Shop(system, "early-" + UUID.randomUUID());
    private String sku;

    @BeforeEach
    void sell() {
        sku = warehouse.product(10);
        system.stop("order");
    }

    @AfterEach
    void haveEverythingAgain() {
        Stream.of("postgres", "kafka", "redis", "order").forEach(system::start);
    }

    @Test
    void waitsForTheDatabaseAndItsSchema() {
        system.kill("postgres");

        var starting = begin();
        var schema = awaitDown("schema");

        assertThat(schema.at("/data/waiting for").asText()).contains("refused");
        assertThat(health("live").status()).isEqualTo(200);
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
        var topics = awaitDown("topics");

        assertThat(topics.at("/data/waiting for").asText()).contains("broker").contains("order-events");
        assertThat(awaitDown("product-copy").at("/data/waiting for").asText()).contains("product-events");
        assertThat(health("live").status()).isEqualTo(200);

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

    /** Completes when it is ready; fails if it ends instead. */
    private CompletableFuture<Void> begin() {
        return CompletableFuture.runAsync(() -> system.start("order"), Thread::startVirtualThread);
    }

    /** The check of that name, once it answers that it is not ready. */
    private JsonNode awaitDown(String check) {
        return await(check)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> check(check), found -> found.get("status").asText().equals("DOWN"));
    }

    private JsonNode check(String name) {
        var answer = health("ready");
        assertThat(answer.status()).isEqualTo(503);
        return StreamSupport.stream(answer.json().get("checks").spliterator(), false)
                .filter(check -> check.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Answer health(String kind) {
        return system.http().get(system.url("order") + "/q/health/" + kind, null);
    }

    private void sellsOne() {
        shop.awaitStatus(shop.placed(NewOrder.of(sku)), "DELIVERED", PATIENCE);
    }
}
