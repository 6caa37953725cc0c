package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;

/** What an operator does with products and stock. */
final class Warehouse {

    private final TestSystem system;
    private final String token;

    Warehouse(TestSystem system) {
        this.system = system;
        this.token = system.token("warehouse", "operator", null);
    }

    /** A new product at 12.90 EUR that can be ordered at once; answers its sku. */
    String product(int stock) {
        var sku = "it-" + UUID.randomUUID().toString().substring(0, 8);
        var created = put(sku, "{\"amount\":\"12.90\",\"currency\":\"EUR\"}", true);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        if (stock > 0) {
            adjust(sku, stock);
        }
        awaitKnownToOrder(sku);
        return sku;
    }

    Answer put(String sku, String price, boolean active) {
        var url = system.url("inventory") + "/products/" + sku;
        var json = "{\"name\":\"Product %s\",\"price\":%s,\"category\":\"test\",\"active\":%b}";
        return system.http().put(url, token, json.formatted(sku, price, active));
    }

    void adjust(String sku, int delta) {
        var url = system.url("inventory") + "/stock/" + sku + "/adjustments";
        var json = "{\"delta\":%d,\"reason\":\"system test\"}".formatted(delta);
        assertThat(system.http().post(url, token, null, json).status()).isBetween(200, 201);
    }

    JsonNode stock(String sku) {
        return system.http()
                .get(system.url("inventory") + "/stock/" + sku, token)
                .ok();
    }

    void awaitStock(String sku, int onHand, int reserved) {
        await("stock of " + sku)
                .atMost(Shop.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    assertThat(stock(sku).get("onHand").asInt()).isEqualTo(onHand);
                    assertThat(stock(sku).get("reserved").asInt()).isEqualTo(reserved);
                });
    }

    /** Order prices from its own copy, which follows a moment later. Asks with a total that is never right. */
    private void awaitKnownToOrder(String sku) {
        var probe = "{\"amount\":\"0.01\",\"currency\":\"EUR\"}";
        var json = NewOrder.of(sku).json();
        var order = json.substring(0, json.length() - 1) + ",\"expectedTotal\":" + probe + "}";
        await("order's copy of " + sku)
                .atMost(Shop.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    var token = system.token("probe", "customer", null);
                    var answer = system.http().post(system.url("order") + "/orders", token, null, order);
                    assertThat(answer.problem()).isEqualTo("price-changed");
                });
    }
}
