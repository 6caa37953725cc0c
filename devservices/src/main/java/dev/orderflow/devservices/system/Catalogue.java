package dev.orderflow.devservices.system;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** The sample products, and how they get into a running system. */
public final class Catalogue {

    private static final int NOT_FOUND = 404;

    private Catalogue() {}

    /** All of them; the same on every call. */
    public static List<Product> products() {
        try (InputStream resource = Catalogue.class.getResourceAsStream("catalogue.json")) {
            return Json.MAPPER.readValue(resource, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue is not readable", e);
        }
    }

    /** Puts every product, and stock where there is none. Repeating it changes nothing that is sold by now. */
    public static void load(OrderflowSystem system, List<Product> products) {
        Api inventory = new Api(system.url(Service.INVENTORY), system.token("run", null, "operator"));
        products.forEach(product -> load(product, inventory));
    }

    /**
     * Asks order about all of them by an order that it must refuse for its total.
     *
     * @return its answer: 409 once it knows them, 422 before
     */
    public static Api.Answer askOrder(OrderflowSystem system, List<Product> products) {
        Api order = new Api(system.url(Service.ORDER), system.token("run", null, "customer"));
        ObjectNode body = SampleOrder.of(products.stream().map(Product::sku).toList());
        body.putObject("expectedTotal").put("amount", "0.01").put("currency", "EUR");
        return order.post("/orders", body, UUID.randomUUID().toString());
    }

    /** What an operator has changed and what is sold stays as it is: only what was never there is put. */
    private static void load(Product product, Api inventory) {
        if (inventory.get("/products/" + product.sku()).status() == NOT_FOUND) {
            put(product, inventory);
        }
        Api.Answer stock = inventory.get("/stock/" + product.sku());
        if (stock.status() == NOT_FOUND || stock.body().path("version").asLong() == 0) {
            stockUp(product, inventory);
        }
    }

    private static void put(Product product, Api inventory) {
        ObjectNode body = Json.object()
                .put("name", product.name())
                .put("category", product.category())
                .put("active", product.active());
        body.putObject("price").put("amount", product.price()).put("currency", "EUR");
        inventory.put("/products/" + product.sku(), body).orFail("product " + product.sku() + " was not taken");
    }

    private static void stockUp(Product product, Api inventory) {
        ObjectNode adjustment = Json.object().put("delta", product.stock()).put("reason", "initial stock");
        inventory
                .post(
                        "/stock/" + product.sku() + "/adjustments",
                        adjustment,
                        UUID.randomUUID().toString())
                .orFail("stock of " + product.sku() + " was not taken");
    }
}
