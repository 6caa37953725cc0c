package dev.orderflow.devservices.system;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import java.util.List;

/** An order that anybody could place. */
public final class SampleOrder {

    private SampleOrder() {}

    /** One of each sku, to Berlin, paid with a card that pays. */
    public static ObjectNode of(List<String> skus) {
        ObjectNode order = Json.object();
        ArrayNode items = order.putArray("items");
        skus.forEach(sku -> items.addObject().put("sku", sku).put("quantity", 1));
        order.putObject("shippingAddress")
                .put("recipient", "Ada Lovelace")
                .put("line1", "Invalidenstr. 116")
                .put("city", "Berlin")
                .put("postalCode", "10115")
                .put("country", "DE");
        order.putObject("payment").put("method", "CARD").put("token", "tok_visa");
        return order;
    }
}
