package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import dev.orderflow.order.domain.pricing.Item;
import dev.orderflow.order.gate.StockGate;
import dev.orderflow.order.testing.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A product that is rare, its level at the gate, and a gate that works at the start of each test. */
abstract class StockGateFixture {

    @Inject
    Shop shop;

    @Inject
    RedisAPI redis;

    @Inject
    MeterRegistry registry;

    @Inject
    StockGate gate;

    final String customer = Shop.somebody();
    final String sku = "rare-" + UUID.randomUUID();

    @BeforeEach
    void openTheShop() {
        EmbeddedParts.shared().start(Name.REDIS);
        Wire.publish(Shop.product(sku, "Rare", Money.of("10.00", "EUR"), true, 1));
        shop.awaitProduct(sku, 1);
        awaitGate();
    }

    /** The test before may have killed Redis, and order tries a connection only now and then. */
    private void awaitGate() {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            var openBefore = counted("open");
            gate.hold(UUID.randomUUID().toString(), List.of(new Item("probe-" + sku, 1)))
                    .await()
                    .indefinitely();
            return counted("open") == openBefore;
        });
    }

    @AfterEach
    void redisIsBack() {
        EmbeddedParts.shared().start(Name.REDIS);
    }

    Response place(int quantity, String key) {
        return as(customer)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Shop.order(sku, quantity).encode())
                .post("/orders");
    }

    double counted(String outcome) {
        return registry.counter("orderflow.order.gate", "outcome", outcome).count();
    }

    void level(int available) {
        redis.hset(List.of("{stock}:levels", sku, available + ":1")).await().indefinitely();
    }
}
