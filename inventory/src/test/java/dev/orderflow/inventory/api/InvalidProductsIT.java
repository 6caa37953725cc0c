package dev.orderflow.inventory.api;

import static dev.orderflow.inventory.api.ProductCalls.put;
import static dev.orderflow.inventory.api.ProductCalls.refused;
import static dev.orderflow.inventory.testing.Operator.content;
import static dev.orderflow.inventory.testing.Operator.request;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no product is refused. */
@QuarkusTest
class InvalidProductsIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"name\": \"x\"}",
                "{\"name\": \" \", \"price\": {\"amount\": \"5.00\", \"currency\": \"EUR\"}, \"category\": \"c\", \"active\": true}",
                "{\"name\": \"x\", \"price\": {\"amount\": 5.00, \"currency\": \"EUR\"}, \"category\": \"c\", \"active\": true}",
                "{\"name\": \"x\", \"price\": {\"amount\": \"5.0\", \"currency\": \"EUR\"}, \"category\": \"c\", \"active\": true}",
                "{\"name\": \"x\", \"price\": {\"amount\": \"-5.00\", \"currency\": \"EUR\"}, \"category\": \"c\", \"active\": true}",
                "{\"name\": \"x\", \"price\": {\"amount\": \"9999999999.00\", \"currency\": \"EUR\"}, \"category\": \"c\", \"active\": true}",
                "{\"name\": \"x\", \"price\": {\"amount\": \"5.00\", \"currency\": \"XYZ\"}, \"category\": \"c\", \"active\": true}",
                "{\"name\": \"x\", \"price\": {\"amount\": \"5.00\"}, \"category\": \"c\", \"active\": true}",
                "{\"name\": \"x\", \"price\": {\"amount\": \"5.00\", \"currency\": \"EUR\"}, \"category\": \"c\", \"active\": \"yes\"}",
                "{\"name\": \"x\", \"price\": {\"amount\": \"5.00\", \"currency\": \"EUR\"}, \"category\": \"c\", \"active\": null}",
                "{\"name\": \"x\\u0000\", \"price\": {\"amount\": \"5.00\", \"currency\": \"EUR\"}, \"category\": \"c\", \"active\": true}",
                "{\"name\": \"x\", \"price\": {\"amount\": \"5.00\", \"currency\": \"EUR\"}, \"category\": \"c\", \"active\": true, \"sku\": \"y\"}"
            })
    void refusesContentThatIsNotValid(String body) {
        refused(put("never-" + UUID.randomUUID(), body), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%20",
                "a%20b",
                "%C3%A4",
                "a%2Fb",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void refusesASkuThatIsNone(String sku) {
        refused(
                request()
                        .urlEncodingEnabled(false)
                        .body(content("x", "5.00", "c", true))
                        .put("/products/" + sku),
                400);
    }
}
