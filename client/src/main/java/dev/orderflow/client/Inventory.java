package dev.orderflow.client;

import dev.orderflow.client.model.Product;
import dev.orderflow.client.model.ProductContent;
import dev.orderflow.client.model.Stock;
import dev.orderflow.client.model.StockAdjustment;
import java.util.Optional;

/** Products, and what is there of them. */
public final class Inventory {

    private final Calls calls;

    Inventory(Calls calls) {
        this.calls = calls;
    }

    /** In the order of their skus. */
    public Listing<Product> products() {
        return products(null);
    }

    /** @param category null for all */
    public Listing<Product> products(String category) {
        return calls.list(
                Operations.LIST_PRODUCTS, Request.of(Operations.LIST_PRODUCTS).query("category", category));
    }

    public Call<Product> product(String sku) {
        return calls.of(Operations.GET_PRODUCT, about(Operations.GET_PRODUCT, sku));
    }

    /** Empty if it is still what had this entity tag. */
    public Call<Optional<Product>> productIfChanged(String sku, String etag) {
        return calls.ifChanged(Operations.GET_PRODUCT, about(Operations.GET_PRODUCT, sku), etag);
    }

    /** For operators: adds or changes it. */
    public Call<Product> putProduct(String sku, ProductContent content) {
        return calls.of(
                Operations.PUT_PRODUCT, about(Operations.PUT_PRODUCT, sku).body(content));
    }

    /** For operators: changes it, if it is still what had this entity tag. */
    public Call<Product> changeProduct(String sku, String etag, ProductContent content) {
        return calls.of(
                Operations.PUT_PRODUCT,
                about(Operations.PUT_PRODUCT, sku).header("If-Match", etag).body(content));
    }

    /** For operators. */
    public Call<Stock> stock(String sku) {
        return calls.of(Operations.GET_STOCK, about(Operations.GET_STOCK, sku));
    }

    /** For operators: counts goods in or out. Refused if less than is reserved would be left. */
    public Call<Stock> adjustStock(String sku, StockAdjustment adjustment) {
        return calls.of(
                Operations.ADJUST_STOCK, about(Operations.ADJUST_STOCK, sku).body(adjustment));
    }

    private static Request about(Operation<?> operation, String sku) {
        return Request.of(operation).path("sku", sku);
    }
}
